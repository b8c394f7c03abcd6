/** What the pages of the admin center and its JSON routes tell each other about app registrations. */

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
  resourceAppId: string;
  name: string;
  type: 'Application' | 'Delegated';
  adminConsentRequired: boolean;
  granted: boolean;
  /** Listed by the registration; false for what was granted besides. */
  configured: boolean;
}

/** `null` when the person may, else the sentence that says who may. */
export type Refusal = string | null;

export interface RedirectUris {
  web: string[];
  spa: string[];
  publicClient: string[];
}

export interface RegistrationDetails {
  displayName: string;
  applicationId: string;
  objectId: string;
  directoryId: string;
  multiTenant: boolean;
  redirectUris: RedirectUris;
  secrets: SecretRow[];
  permissions: PermissionRow[];
  /** Object id of the enterprise application; null when the tenant has deleted it. */
  enterpriseObjectId: string | null;
  changeRefusal: Refusal;
  grantRefusal: Refusal;
}

/** `GET api/registrations/{application id}`, and the answer to every change of it. */
export interface RegistrationAnswer {
  signedIn: SignedIn;
  registration: RegistrationDetails;
}

/** `POST api/registrations` */
export interface RegistrationRequest {
  displayName: string;
  multiTenant: boolean;
  redirectUri: { platform: keyof RedirectUris; uri: string } | null;
}

/** Lifetimes that "Add a client secret" offers, in days. */
export const secretLifetimes = [180, 90, 365, 545, 730] as const;

/** `POST api/registrations/{application id}/secrets` */
export type SecretRequest =
  | { description: string; days: (typeof secretLifetimes)[number] }
  /** ISO date. */
  | { description: string; expiresOn: string };

/** The one answer that carries the value of a secret. */
export interface SecretAnswer extends RegistrationAnswer {
  secretId: string;
  value: string;
}

/** `GET api/resources`: what "Request API permissions" offers. */
export interface ResourceList {
  signedIn: SignedIn;
  resources: ResourceRow[];
}

export interface ResourceRow {
  displayName: string;
  applicationId: string;
  /** Offered first, as a tile of its own. */
  microsoftGraph: boolean;
  delegated: OfferedPermission[];
  application: OfferedPermission[];
}

export interface OfferedPermission {
  name: string;
  adminConsentRequired: boolean;
}

/** `POST api/registrations/{application id}/permissions` */
export interface PermissionsRequest {
  resourceAppId: string;
  scopes: string[];
  roles: string[];
}

/** Body of 400, 403 and 404. */
export interface PortalRefusal {
  error: 'invalid' | 'forbidden' | 'not-found';
  message: string;
  signedIn: SignedIn;
}
