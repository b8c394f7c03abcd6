import { element } from '../../teams-host/page/element.ts';
import type { RegistrationDetails, SecretRow } from '../portal-data.ts';
import { copyable } from './copyable.ts';
import { readableDate } from './date.ts';
import { secretStateMark } from './secret-state-mark.ts';
import { table } from './table.ts';

export function clientSecrets({ secrets }: RegistrationDetails, say: (text: string) => void): HTMLElement {
  const row = ({ description, expiresOn, state, maskedValue, secretId }: SecretRow) => [
    description,
    element(
      'span',
      {},
      element('time', { dateTime: expiresOn }, readableDate(expiresOn)),
      ' ',
      ...(state === 'current' ? [] : [secretStateMark(state)]),
    ),
    element('code', {}, maskedValue),
    copyable('Secret ID', secretId, say),
  ];
  const headings = ['Description', 'Expires', 'Value', 'Secret ID'];
  return element(
    'section',
    {},
    element('h2', {}, `Client secrets (${secrets.length})`),
    element(
      'p',
      { class: 'hint' },
      'Client secret values cannot be viewed, except for immediately after creation. Creating one is not emulated here.',
    ),
    secrets.length > 0
      ? table('Client secrets', headings, secrets.map(row))
      : element('p', {}, 'No client secrets have been created for this application.'),
  );
}
