import { element } from '../../../teams-host/page/element.ts';
import type { ConsentSettings, ConsentSettingsAnswer } from '../../enterprise-data.ts';
import { actionForm } from '../action-form.ts';
import { refusalHint } from '../command.ts';
import { choice } from '../fields.ts';
import { change } from '../portal-api.ts';
import { refresh, say } from '../portal-page.ts';

const policies: readonly (readonly [ConsentSettings['userConsent'], string])[] = [
  ['none', 'Do not allow user consent. An administrator will be required for all apps.'],
  [
    'all',
    "Allow user consent for apps. All users can consent for any app to access the organization's data.",
  ],
  ['recommended', 'Let Microsoft manage your consent settings (Recommended)'],
];

/** "Consent and permissions > User consent settings" */
export function consentSettings({ changeRefusal, userConsent }: ConsentSettingsAnswer): HTMLElement {
  const policy = choice('User consent for applications', policies, userConsent);
  const save = async (): Promise<void> => {
    await change('PUT', 'user-consent', { userConsent: policy.value() });
    await refresh();
    say('The consent settings were saved.');
  };
  const form = { label: 'Save', busy: 'Saving…', act: save, refusal: changeRefusal };
  return element(
    'div',
    { 'data-place': 'user-consent' },
    element('h1', { tabIndex: -1 }, 'Consent and permissions | User consent settings'),
    ...refusalHint(changeRefusal),
    actionForm([policy.view], form),
  );
}
