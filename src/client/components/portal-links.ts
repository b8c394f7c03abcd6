import type { Cause } from '../../shared/causes.ts';

export type PortalPage = 'permissions' | 'secrets' | 'registration' | 'authentication';

const blades: Record<PortalPage, string> = {
  permissions: 'CallAnAPI',
  secrets: 'Credentials',
  registration: 'Overview',
  authentication: 'Authentication',
};

/** The directory and application of a registration, as links need them. */
export interface RegistrationIds {
  directoryId: string;
  applicationId: string;
}

/** Microsoft's page on which an admin consents to all that the registration asks for. */
export function consentLink(adminConsent: string, { directoryId, applicationId }: RegistrationIds): string {
  return adminConsent
    .replace('{tenant}', encodeURIComponent(directoryId))
    .replace('{client}', encodeURIComponent(applicationId));
}

/**
 * Page of one app registration in the Entra admin center. These addresses are in use but not a published contract:
 * the steps beside such a link name the menu path as well.
 */
export function registrationLink(entra: string, page: PortalPage, applicationId: string): string {
  const base = entra.replace(/\/+$/, '');
  return `${base}/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/${blades[page]}/appId/${encodeURIComponent(applicationId)}`;
}

export function registrationsLink(entra: string): string {
  return `${entra.replace(/\/+$/, '')}/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade`;
}

/** The list of active users in the Microsoft 365 admin center, where the mail apps of a person are switched. */
export function activeUsersLink(microsoft365: string): string {
  return `${microsoft365.replace(/\/+$/, '')}/#/users`;
}

/** The Exchange admin center; its pages have no addresses that Microsoft documents. */
export function exchangeLink(exchange: string): string {
  return `${exchange.replace(/\/+$/, '')}/`;
}

/** The apps that a person has allowed something, by the portal of the cloud (Microsoft: "My Apps portal overview"). */
const appLists: Record<string, string> = {
  'portal.azure.us': 'https://myapps.microsoft.us',
  'portal.azure.cn': 'https://myapps.microsoft.cn',
};

/** The person's own list of apps, where alone a permission that was given can be taken back. */
export function appListLink(entra: string): string {
  return appLists[new URL(entra).hostname] ?? 'https://myapps.microsoft.com';
}

type VerdictPage = Exclude<PortalPage, 'authentication'>;

const pageOf: Partial<Record<Cause, VerdictPage>> = {
  'consent-missing': 'permissions',
  'permission-missing': 'permissions',
  'admin-approval-needed': 'permissions',
  'secret-wrong': 'secrets',
  'secret-expired': 'secrets',
  'app-config-wrong': 'registration',
};

/** The page of the portal on which a cause is put right, if it is one of the registration's. */
export function portalPageFor(cause: Cause): VerdictPage | undefined {
  return pageOf[cause];
}
