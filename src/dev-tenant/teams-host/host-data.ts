/** What the page is told at load (`GET /host/data.json`); types only, shared by the server and the page. */
export interface HostData {
  tenantUrl: string;
  /** Address of the framed tab; its origin is the only one the page talks to. */
  tabUrl: string;
  /** Client id of the framed app. */
  clientId: string;
  /** Client id of Teams in the browser, for which `getAuthToken` gets its tokens. */
  hostClientId: string;
  /** The scope that `getAuthToken` asks for, `api://host/client-id/access_as_user`. */
  apiScope: string;
  users: HostUser[];
  password: string;
  registrations: HostRegistration[];
  /** Absent when the tenant was started without them. */
  mailHosts?: HostMail;
}

export interface HostUser {
  id: string;
  tenantId: string;
  tenantName: string;
  userPrincipalName: string;
  /** What the person types to sign in; differs from the UPN for a guest. */
  signInName: string;
  displayName: string;
  /** A shared mailbox has a user object that nobody signs in as. */
  isPerson: boolean;
  /** What sets this user apart, e.g. `Global Administrator`, `Guest`. */
  notes: string[];
}

/** A registration as a person connecting LEGAL 365 would hold it in hand. */
export interface HostRegistration {
  name: string;
  /** One sentence: which state it is in. */
  state: string;
  secretValue: string;
  applicationId: string;
  directoryId: string;
  /** ISO date. */
  secretExpiresOn: string;
  probeMailbox: string;
}

/** Where a mail program finds the tenant's mailboxes. */
export interface HostMail {
  /** `localhost:3988` */
  pop: string;
  smtp: string;
  /** Address of the certificate authority to trust. */
  authority: string;
}

/** `POST /host/token`: what the page asks the broker on behalf of the framed app. */
export interface HostTokenRequest {
  userId: string;
  /** The framed app. */
  clientId: string;
  /** Who is named as `azp`: the app again (nested app authentication), or Teams (`getAuthToken`). */
  hostClientId: string;
  scopes: string[];
}

export type HostTokenAnswer =
  | {
      ok: true;
      accessToken: string;
      idToken: string;
      expiresIn: number;
      scope: string;
      account: HostAccount;
    }
  | { ok: false; error: string; subError?: string; description: string; code: number };

export interface HostAccount {
  homeAccountId: string;
  environment: string;
  tenantId: string;
  username: string;
  localAccountId: string;
  name: string;
}
