/** What the pages of the admin center are told by its JSON routes; types only, shared by the server and the page. */

export interface SignedIn {
  name: string;
  userName: string;
  tenantId: string;
  tenantName: string;
}

/** `current`, or how the secrets that count stand; `none` without any. */
export type SecretState = 'none' | 'current' | 'expiring-soon' | 'expired';

export interface RegistrationRow {
  displayName: string;
  applicationId: string;
  secrets: SecretState;
}

/** `GET api/registrations` */
export interface RegistrationList {
  signedIn: SignedIn;
  registrations: RegistrationRow[];
}

export interface SecretRow {
  description: string;
  /** ISO date. */
  expiresOn: string;
  state: Exclude<SecretState, 'none'>;
  /** The value's first three characters; nothing shows the rest again. */
  maskedValue: string;
  secretId: string;
}

export interface PermissionRow {
  api: string;
  name: string;
  type: 'Application' | 'Delegated';
  adminConsentRequired: boolean;
  granted: boolean;
  /** Listed by the registration; false for what was granted besides. */
  configured: boolean;
}

export interface RegistrationDetails {
  displayName: string;
  applicationId: string;
  objectId: string;
  directoryId: string;
  multiTenant: boolean;
  redirectUris: { platform: 'Web' | 'Single-page application' | 'Public client'; uri: string }[];
  secrets: SecretRow[];
  permissions: PermissionRow[];
  /** Address of the consent page, or why this person is not sent there. */
  consent: { address: string } | { refusal: string };
}

/** `GET api/registrations/{application id}` */
export interface RegistrationAnswer {
  signedIn: SignedIn;
  registration: RegistrationDetails;
}

/** Body of 403 and 404. */
export interface PortalRefusal {
  error: 'forbidden' | 'not-found';
  signedIn: SignedIn;
}
