import { secretLifetimes, type SecretRequest } from '../../portal-data.ts';
import { openFormPanel } from '../dialog.ts';
import { selectField, textField } from '../fields.ts';

const lifetimeTexts: Readonly<Record<(typeof secretLifetimes)[number], string>> = {
  180: 'Recommended: 180 days (6 months)',
  90: '90 days (3 months)',
  365: '365 days (12 months)',
  545: '545 days (18 months)',
  730: '730 days (24 months)',
};

/** @throws Error when "Custom" is chosen without a date */
function readLifetime(
  chosen: string,
  expiresOn: string,
): { days: (typeof secretLifetimes)[number] } | { expiresOn: string } {
  const days = secretLifetimes.find((lifetime) => String(lifetime) === chosen);
  if (days !== undefined) return { days };
  if (expiresOn === '') throw new Error('Choose the date on which the secret shall expire.');
  return { expiresOn };
}

/** "Add a client secret" */
export function openAddSecret(add: (request: SecretRequest) => Promise<void>): void {
  const description = textField('Description', { placeholder: 'Enter a description for this client secret' });
  const options = secretLifetimes.map((days): [string, string] => [String(days), lifetimeTexts[days]]);
  const expires = selectField('Expires', [...options, ['custom', 'Custom']]);
  const end = textField('End', { type: 'date', hint: 'At most 24 months from today.' });
  end.view.hidden = true;
  expires.select.addEventListener('change', () => {
    end.view.hidden = expires.select.value !== 'custom';
  });
  openFormPanel('Add a client secret', [description.view, expires.view, end.view], {
    label: 'Add',
    busy: 'Adding…',
    act: async () => {
      const lifetime = readLifetime(expires.select.value, end.input.value);
      await add({ description: description.input.value.trim(), ...lifetime });
    },
  });
}
