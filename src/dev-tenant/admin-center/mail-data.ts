import type { Refusal, SignedIn } from './portal-data.ts';

/** What the Microsoft 365 and Exchange admin centers tell their pages, and are told by them. */

export interface ActiveUserRow {
  id: string;
  displayName: string;
  userName: string;
  kind: 'Member' | 'Guest' | 'Shared mailbox';
  licensed: boolean;
  signInBlocked: boolean;
}

/** `GET microsoft365/api/users` */
export interface ActiveUserList {
  signedIn: SignedIn;
  users: ActiveUserRow[];
}

/** `PUT microsoft365/api/users/{id}/email-apps` */
export interface EmailApps {
  authenticatedSmtp: boolean;
  pop: boolean;
}

export interface ActiveUser extends ActiveUserRow {
  /** ISO 8601; null when nobody has ended the sessions of this person. */
  signedOutAt: string | null;
  /** null without a mailbox. */
  emailApps: EmailApps | null;
  /** Authenticated SMTP has not been set for the mailbox: the organisation's switch decides. */
  smtpFollowsOrganization: boolean;
  mailRefusal: Refusal;
  accountRefusal: Refusal;
}

/** `GET microsoft365/api/users/{id}`, and the answer to every change. */
export interface ActiveUserAnswer {
  signedIn: SignedIn;
  user: ActiveUser;
}

/** `PUT microsoft365/api/users/{id}/sign-in` */
export interface SignInBlock {
  blocked: boolean;
}

/** `GET` and `PUT exchange/api/mail-flow` */
export interface MailFlow {
  smtpAuthOff: boolean;
}

export interface MailFlowAnswer extends MailFlow {
  signedIn: SignedIn;
}
