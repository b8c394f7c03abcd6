import { byId, element } from '../../teams-host/page/element.ts';
import type { RegistrationAnswer, RegistrationList, SignedIn } from '../portal-data.ts';
import { readBlade, type Blade, type RegistrationPage } from './blade.ts';
import { failed, notEmulated, refused } from './message-view.ts';
import { overview } from './overview-view.ts';
import { permissions } from './permissions-view.ts';
import { ask, signInAddress } from './portal-api.ts';
import { registrationView } from './registration-view.ts';
import { registrationsView } from './registrations-view.ts';
import { clientSecrets } from './secrets-view.ts';

const consentNotices: Readonly<Record<string, string>> = {
  granted: 'Grant consent successful: admin consent was granted for the requested permissions.',
  'not-granted': 'Admin consent was not granted. Nothing has changed.',
};

const say = (text: string): void => {
  byId('notice', HTMLElement).textContent = text;
};

function showAccount({ name, userName, tenantName }: SignedIn): void {
  byId('account', HTMLElement).replaceChildren(
    element('span', {}, `${name} (${userName}), ${tenantName}`),
    element('a', { href: signInAddress('select_account') }, 'Switch account'),
    element('a', { href: '/organizations/oauth2/v2.0/logout' }, 'Sign out'),
  );
}

async function registrations(): Promise<HTMLElement | undefined> {
  const answer = await ask<RegistrationList>('registrations');
  if (!answer) return undefined;
  showAccount(answer.ok ? answer.data.signedIn : answer.refusal.signedIn);
  return answer.ok ? registrationsView(answer.data) : refused(answer.refusal);
}

function pageOf(page: RegistrationPage, { registration, signedIn }: RegistrationAnswer): HTMLElement {
  switch (page) {
    case 'Overview':
      return overview(registration, signedIn.tenantName, say);
    case 'Credentials':
      return clientSecrets(registration, say);
    case 'CallAnAPI':
      return permissions(registration, signedIn.tenantName, () => void show());
  }
}

async function registration(blade: Blade & { kind: 'registration' }): Promise<HTMLElement | undefined> {
  const answer = await ask<RegistrationAnswer>(`registrations/${blade.applicationId}`);
  if (!answer) return undefined;
  showAccount(answer.ok ? answer.data.signedIn : answer.refusal.signedIn);
  if (!answer.ok) return refused(answer.refusal);
  return registrationView(answer.data.registration, blade.page, pageOf(blade.page, answer.data));
}

async function viewOf(blade: Blade): Promise<HTMLElement | undefined> {
  try {
    if (blade.kind === 'registrations') return await registrations();
    if (blade.kind === 'registration') return await registration(blade);
    return notEmulated();
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error), () => void show());
  }
}

/** Shows the blade of the address; an answer that comes after the person has gone on is dropped. */
async function show(): Promise<void> {
  const hash = location.hash;
  const view = await viewOf(readBlade(hash));
  if (!view || hash !== location.hash) return;
  byId('view', HTMLElement).replaceChildren(view);
  const heading = view.querySelector('h1');
  document.title = `${heading?.textContent ?? ''} - Microsoft Entra admin center (dev tenant)`;
  heading?.focus();
}

/** Says once what came of the consent page; a reload of the address says nothing. */
function noticeOfConsent(): void {
  const outcome = new URLSearchParams(location.search).get('consent');
  if (outcome === null) return;
  history.replaceState(null, '', `${location.pathname}${location.hash}`);
  say(consentNotices[outcome] ?? '');
}

window.addEventListener('hashchange', () => {
  say('');
  void show();
});
await show();
noticeOfConsent();
