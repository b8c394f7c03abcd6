/** The pages of a registration, by the names they have in addresses. */
export const registrationPages = {
  Overview: 'Overview',
  Credentials: 'Certificates & secrets',
  CallAnAPI: 'API permissions',
} as const;
export type RegistrationPage = keyof typeof registrationPages;

export type Blade =
  | { kind: 'registrations' }
  | { kind: 'registration'; page: RegistrationPage; applicationId: string }
  | { kind: 'not-emulated' };

const area = 'view/Microsoft_AAD_RegisteredApps/';
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const isRegistrationPage = (name: string): name is RegistrationPage => Object.hasOwn(registrationPages, name);

export const registrationsAddress = `#${area}ApplicationsListBlade`;

export const registrationAddress = (page: RegistrationPage, applicationId: string): string =>
  `#${area}ApplicationMenuBlade/~/${page}/appId/${applicationId}`;

/**
 * Reads the part of an address behind `#`. Portal addresses may carry more pairs at the end (`isMSAApp~/false`), which
 * mean nothing here.
 */
export function readBlade(hash: string): Blade {
  const address = hash.replace(/^#\/?/, '');
  if (address === '' || address === 'home') return { kind: 'registrations' };
  if (!address.startsWith(area)) return { kind: 'not-emulated' };
  const [blade, mark, page = '', key, applicationId = ''] = address.slice(area.length).split('/');
  if (blade === 'ApplicationsListBlade') return { kind: 'registrations' };
  const wellFormed = blade === 'ApplicationMenuBlade' && mark === '~' && key === 'appId';
  if (!wellFormed || !isRegistrationPage(page) || !guid.test(applicationId)) return { kind: 'not-emulated' };
  return { kind: 'registration', page, applicationId: applicationId.toLowerCase() };
}
