/** The pages of a registration, by the names they have in addresses. */
export const registrationPages = {
  Overview: 'Overview',
  Authentication: 'Authentication',
  Credentials: 'Certificates & secrets',
  CallAnAPI: 'API permissions',
} as const;
export type RegistrationPage = keyof typeof registrationPages;

/** The pages of an enterprise application. */
export const enterprisePages = {
  Overview: 'Overview',
  Properties: 'Properties',
  Permissions: 'Permissions',
} as const;
export type EnterprisePage = keyof typeof enterprisePages;

export type Blade =
  | { kind: 'registrations' }
  | { kind: 'new-registration' }
  | { kind: 'registration'; page: RegistrationPage; applicationId: string }
  | { kind: 'enterprise-applications' }
  | { kind: 'enterprise-application'; page: EnterprisePage; objectId: string }
  | { kind: 'user-consent' }
  | { kind: 'not-emulated' };

const registeredApps = 'view/Microsoft_AAD_RegisteredApps/';
const directory = 'view/Microsoft_AAD_IAM/';
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const isRegistrationPage = (name: string): name is RegistrationPage => Object.hasOwn(registrationPages, name);
const isEnterprisePage = (name: string): name is EnterprisePage => Object.hasOwn(enterprisePages, name);

export const registrationsAddress = `#${registeredApps}ApplicationsListBlade`;
export const newRegistrationAddress = `#${registeredApps}CreateApplicationBlade`;
export const registrationAddress = (page: RegistrationPage, applicationId: string): string =>
  `#${registeredApps}ApplicationMenuBlade/~/${page}/appId/${applicationId}`;

export const enterpriseListAddress = `#${directory}StartboardApplicationsMenuBlade/~/AppAppsPreview`;
export const enterpriseAddress = (page: EnterprisePage, objectId: string): string =>
  `#${directory}ManagedAppMenuBlade/~/${page}/objectId/${objectId}`;

const notEmulated: Blade = { kind: 'not-emulated' };

function readRegisteredApps([blade, mark, page = '', key, id = '']: string[]): Blade {
  if (blade === 'ApplicationsListBlade') return { kind: 'registrations' };
  if (blade === 'CreateApplicationBlade') return { kind: 'new-registration' };
  const wellFormed = blade === 'ApplicationMenuBlade' && mark === '~' && key === 'appId' && guid.test(id);
  if (!wellFormed || !isRegistrationPage(page)) return notEmulated;
  return { kind: 'registration', page, applicationId: id.toLowerCase() };
}

function readDirectory([blade, mark, page = '', key, id = '']: string[]): Blade {
  if (blade === 'StartboardApplicationsMenuBlade') return { kind: 'enterprise-applications' };
  if (blade === 'ConsentPoliciesMenuBlade') return { kind: 'user-consent' };
  const wellFormed = blade === 'ManagedAppMenuBlade' && mark === '~' && key === 'objectId' && guid.test(id);
  if (!wellFormed || !isEnterprisePage(page)) return notEmulated;
  return { kind: 'enterprise-application', page, objectId: id.toLowerCase() };
}

/**
 * Reads the part of an address behind `#`. Portal addresses may carry more pairs at the end (`isMSAApp~/false`,
 * `appId/…`), which mean nothing here.
 */
export function readBlade(hash: string): Blade {
  const address = hash.replace(/^#\/?/, '');
  if (address === '' || address === 'home') return { kind: 'registrations' };
  if (address.startsWith(registeredApps)) {
    return readRegisteredApps(address.slice(registeredApps.length).split('/'));
  }
  if (address.startsWith(directory)) return readDirectory(address.slice(directory.length).split('/'));
  return notEmulated;
}
