import type { PermissionRow, Refusal, SignedIn } from './portal-data.ts';

/** What the pages and routes of enterprise applications and of user consent tell each other. */

export interface EnterpriseRow {
  displayName: string;
  objectId: string;
  applicationId: string;
  enabled: boolean;
}

/** `GET api/enterprise-applications` */
export interface EnterpriseList {
  signedIn: SignedIn;
  applications: EnterpriseRow[];
}

export interface EnterpriseDetails extends EnterpriseRow {
  assignmentRequired: boolean;
  /** The registration belongs to this tenant. */
  registeredHere: boolean;
  /** What is granted for everyone in the tenant. */
  granted: PermissionRow[];
  changeRefusal: Refusal;
  /** Address of the consent page, or why this person is not sent there. */
  consent: { address: string } | { refusal: string };
}

/** `GET api/enterprise-applications/{object id}`, and the answer to every change of it. */
export interface EnterpriseAnswer {
  signedIn: SignedIn;
  application: EnterpriseDetails;
}

/** `PATCH api/enterprise-applications/{object id}` */
export interface EnterpriseProperties {
  enabled: boolean;
  assignmentRequired: boolean;
}

export const userConsentPolicies = ['recommended', 'all', 'none'] as const;

/** `GET` and `PUT api/user-consent` */
export interface ConsentSettings {
  userConsent: (typeof userConsentPolicies)[number];
}

export interface ConsentSettingsAnswer extends ConsentSettings {
  signedIn: SignedIn;
  changeRefusal: Refusal;
}
