/** A person's own mailbox, or one that several people open with their own accounts. */
export const mailboxKinds = ['personal', 'shared'] as const;
export type MailboxKind = (typeof mailboxKinds)[number];

/**
 * State of a mailbox's sign-in. `needs-sign-in`: there was one, and it has to be made again. `waiting-for-owner`: somebody
 * signed in, and that person has to say to whom the mailbox is given. `unknown`: Microsoft could not be asked lately.
 */
export const signInStatuses = [
  'ok',
  'needs-sign-in',
  'waiting-for-owner',
  'never',
  'failed',
  'unknown',
] as const;
export type SignInStatus = (typeof signInStatuses)[number];

/** What a mailbox test looks at; the two servers at once. */
export const mailboxTestSteps = ['token', 'pop3', 'smtp'] as const;
export type MailboxTestStepName = (typeof mailboxTestSteps)[number];

/** How a shared mailbox is sent from: signed in as the person, or as the shared address itself. */
export interface MailAccount {
  /** The address of the mailbox: for POP3 also that of a shared one (Microsoft: "Authenticate an IMAP, POP or SMTP connection using OAuth"). */
  popUser: string;
  /** Null while nobody has signed in who could be it. */
  smtpUser: string | null;
  from: string;
}

/** What a person changed by hand; null follows the rule. */
export interface MailAccountChoices {
  popUser: string | null;
  smtpUser: string | null;
  from: string | null;
}

/**
 * Users and sender of an account by rule: POP3 signs in as the mailbox; SMTP too for a personal one, but for a shared one
 * as the person whose token it is, because field reports tell that Exchange refuses SMTP sign-in as an unlicensed shared
 * mailbox. What was chosen by hand comes first.
 */
export function mailAccountOf(
  mailbox: { address: string; kind: MailboxKind } & MailAccountChoices,
  signedInAs: string | null,
): MailAccount {
  const { address, kind } = mailbox;
  return {
    popUser: mailbox.popUser ?? address,
    smtpUser: mailbox.smtpUser ?? (kind === 'shared' ? signedInAs : address),
    from: mailbox.from ?? address,
  };
}
