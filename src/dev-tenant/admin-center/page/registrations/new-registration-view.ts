import { element } from '../../../teams-host/page/element.ts';
import type {
  RedirectUris,
  RegistrationAnswer,
  RegistrationList,
  RegistrationRequest,
} from '../../portal-data.ts';
import { actionForm } from '../action-form.ts';
import { registrationAddress, registrationsAddress } from '../blade.ts';
import { choice, selectField, textField } from '../fields.ts';
import { change } from '../portal-api.ts';

const isPlatform = (name: string): name is keyof RedirectUris =>
  ['web', 'spa', 'publicClient'].includes(name);

/** @throws Error for an address without a platform; a platform without an address is no redirect URI at all */
function readRedirectUri(platform: string, uri: string): RegistrationRequest['redirectUri'] {
  if (uri === '') return null;
  if (isPlatform(platform)) return { platform, uri };
  throw new Error('Select a platform for the redirect URI.');
}

export function newRegistrationView({ signedIn: { tenantName } }: RegistrationList): HTMLElement {
  const name = textField('Name', {
    hint: 'The user-facing display name for this application (this can be changed later).',
  });
  const accounts = choice(
    'Supported account types',
    [
      ['single', `Accounts in this organizational directory only (${tenantName} only - Single tenant)`],
      ['multiple', 'Accounts in any organizational directory (Any Microsoft Entra ID tenant - Multitenant)'],
    ],
    'single',
  );
  const platform = selectField('Select a platform', [
    ['', 'Select a platform'],
    ['publicClient', 'Public client/native (mobile & desktop)'],
    ['web', 'Web'],
    ['spa', 'Single-page application (SPA)'],
  ]);
  const uri = textField('Redirect URI', { placeholder: 'e.g. https://example.com/auth' });
  const register = async (): Promise<void> => {
    const request: RegistrationRequest = {
      displayName: name.input.value.trim(),
      multiTenant: accounts.value() === 'multiple',
      redirectUri: readRedirectUri(platform.select.value, uri.input.value.trim()),
    };
    if (request.displayName === '') throw new Error('Enter a name for the application.');
    const { registration } = await change<RegistrationAnswer>('POST', 'registrations', request);
    location.assign(registrationAddress('Overview', registration.applicationId));
  };
  const content = [
    name.view,
    accounts.view,
    element('h2', {}, 'Redirect URI (optional)'),
    element(
      'p',
      { class: 'hint' },
      'Where the answer to a sign-in or a consent is sent. It can be added later.',
    ),
    element('div', { class: 'side-by-side' }, platform.view, uri.view),
  ];
  const cancel = { label: 'Cancel', act: () => location.assign(registrationsAddress) };
  return element(
    'div',
    { 'data-place': 'registrations' },
    element('h1', { tabIndex: -1 }, 'Register an application'),
    actionForm(content, { label: 'Register', busy: 'Registering…', act: register, cancel }),
  );
}
