import type { ConsentSettingsAnswer, EnterpriseAnswer, EnterpriseList } from '../enterprise-data.ts';
import { element } from '../../teams-host/page/element.ts';
import type { RegistrationAnswer, RegistrationList } from '../portal-data.ts';
import {
  enterpriseListAddress,
  enterprisePages,
  readBlade,
  registrationPages,
  registrationsAddress,
  type RegistrationPage,
} from './blade.ts';
import { consentSettings } from './enterprise/consent-settings-view.ts';
import { enterpriseListView } from './enterprise/enterprise-list-view.ts';
import { enterpriseView } from './enterprise/enterprise-view.ts';
import { message, refusedWithin } from './message-view.ts';
import { ask } from './portal-api.ts';
import { present, say, startPortal } from './portal-page.ts';
import { authentication } from './registrations/authentication-view.ts';
import { newRegistrationView } from './registrations/new-registration-view.ts';
import { overview } from './registrations/overview-view.ts';
import { permissions } from './registrations/permissions-view.ts';
import { registrationView } from './registrations/registration-view.ts';
import { registrationsView } from './registrations/registrations-view.ts';
import { clientSecrets } from './registrations/secrets-view.ts';

const consentNotices: Readonly<Record<string, string>> = {
  granted: 'Grant consent successful: admin consent was granted for the requested permissions.',
  'not-granted': 'Admin consent was not granted. Nothing has changed.',
};

const pageViews: Readonly<Record<RegistrationPage, (answer: RegistrationAnswer) => HTMLElement>> = {
  Overview: overview,
  Authentication: authentication,
  Credentials: clientSecrets,
  CallAnAPI: permissions,
};

const notEmulated = (): HTMLElement =>
  message(
    'This page is not emulated',
    `The dev tenant shows app registrations with ${Object.values(registrationPages).join(', ')}, and enterprise ` +
      `applications with ${Object.values(enterprisePages).join(', ')}.`,
    element('a', { href: registrationsAddress }, 'Go to App registrations'),
  );

const registrationRefused = refusedWithin('The application was not found', {
  title: 'Go to App registrations',
  address: registrationsAddress,
});

const enterpriseRefused = refusedWithin('The application was not found', {
  title: 'Go to Enterprise applications',
  address: enterpriseListAddress,
});

async function viewOf(hash: string): Promise<HTMLElement | undefined> {
  const blade = readBlade(hash);
  switch (blade.kind) {
    case 'registrations':
      return present(await ask<RegistrationList>('registrations'), registrationsView);
    case 'new-registration':
      return present(await ask<RegistrationList>('registrations'), newRegistrationView);
    case 'registration':
      return present(
        await ask<RegistrationAnswer>(`registrations/${blade.applicationId}`),
        (answer) => registrationView(answer.registration, blade.page, pageViews[blade.page](answer)),
        registrationRefused,
      );
    case 'enterprise-applications':
      return present(await ask<EnterpriseList>('enterprise-applications'), enterpriseListView);
    case 'enterprise-application':
      return present(
        await ask<EnterpriseAnswer>(`enterprise-applications/${blade.objectId}`),
        (answer) => enterpriseView(answer, blade.page),
        enterpriseRefused,
      );
    case 'user-consent':
      return present(await ask<ConsentSettingsAnswer>('user-consent'), consentSettings);
    case 'not-emulated':
      return notEmulated();
  }
}

/** Says once what came of the consent page; a reload of the address says nothing. */
function noticeOfConsent(): void {
  const outcome = new URLSearchParams(location.search).get('consent');
  if (outcome === null) return;
  history.replaceState(null, '', `${location.pathname}${location.hash}`);
  say(consentNotices[outcome] ?? '');
}

await startPortal(viewOf);
noticeOfConsent();
