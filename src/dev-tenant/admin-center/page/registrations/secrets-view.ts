import { element } from '../../../teams-host/page/element.ts';
import type { RegistrationAnswer, SecretAnswer, SecretRequest, SecretRow } from '../../portal-data.ts';
import { command, refusalHint } from '../command.ts';
import { copyable } from '../copyable.ts';
import { readableDate } from '../date.ts';
import { confirm } from '../dialog.ts';
import { change } from '../portal-api.ts';
import { say } from '../portal-page.ts';
import { table } from '../table.ts';
import { openAddSecret } from './add-secret-panel.ts';
import { secretStateMark } from './secret-state-mark.ts';

const headings = ['Description', 'Expires', 'Value', 'Secret ID', 'Action'];

const expiry = ({ expiresOn, state }: SecretRow): HTMLElement =>
  element(
    'span',
    {},
    element('time', { dateTime: expiresOn }, readableDate(expiresOn)),
    ' ',
    ...(state === 'current' ? [] : [secretStateMark(state)]),
  );

/** `value` is known right after the secret was made, and never again. */
const secretRow = (
  secret: SecretRow,
  value: string | undefined,
  removeButton: HTMLElement,
): (Node | string)[] => [
  secret.description,
  expiry(secret),
  value === undefined ? element('code', {}, secret.maskedValue) : copyable('Value', value),
  copyable('Secret ID', secret.secretId),
  removeButton,
];

/**
 * "Certificates & secrets".
 * @param values the values of secrets made on this page, by "Secret ID"; they live in this page alone and are gone when
 *   it is left or loaded again
 */
export function clientSecrets(
  { registration }: RegistrationAnswer,
  values: ReadonlyMap<string, string> = new Map(),
): HTMLElement {
  const { applicationId, changeRefusal, secrets } = registration;
  const path = `registrations/${applicationId}/secrets`;
  const redraw = (answer: RegistrationAnswer, kept: ReadonlyMap<string, string>): void => {
    view.replaceWith(clientSecrets(answer, kept));
  };
  const add = async (request: SecretRequest): Promise<void> => {
    const answer = await change<SecretAnswer>('POST', path, request);
    redraw(answer, new Map([...values, [answer.secretId, answer.value]]));
    say('The client secret was added. Copy its value now: it is shown once.');
  };
  const remove = async ({ secretId }: SecretRow): Promise<void> => {
    redraw(await change<RegistrationAnswer>('DELETE', `${path}/${encodeURIComponent(secretId)}`), values);
    say('The client secret was deleted.');
  };
  const askToRemove = (secret: SecretRow): void =>
    confirm('Delete client secret', `Do you want to delete the client secret “${secret.description}”?`, {
      label: 'Yes',
      cancelLabel: 'No',
      busy: 'Deleting…',
      act: () => remove(secret),
    });
  const removeButton = (secret: SecretRow): HTMLElement =>
    command('Delete', () => askToRemove(secret), {
      refusal: changeRefusal,
      name: `Delete client secret ${secret.description}`,
    });
  const rows = secrets.map((secret) => secretRow(secret, values.get(secret.secretId), removeButton(secret)));
  const view = element(
    'section',
    {},
    element('h2', { tabIndex: -1 }, `Client secrets (${secrets.length})`),
    element(
      'p',
      { class: 'hint' },
      'Client secret values cannot be viewed, except for immediately after creation. Be sure to save the secret ' +
        'when created before leaving the page.',
    ),
    ...refusalHint(changeRefusal),
    element(
      'div',
      { class: 'commands' },
      command('New client secret', () => openAddSecret(add), { refusal: changeRefusal }),
    ),
    secrets.length > 0
      ? table('Client secrets', headings, rows)
      : element('p', {}, 'No client secrets have been created for this application.'),
  );
  return view;
}
