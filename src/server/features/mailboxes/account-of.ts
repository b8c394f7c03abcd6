import { mailAccountOf, type MailAccount, type MailboxKind } from '../../../shared/domain/mailbox.ts';

interface Account {
  address: string;
  kind: MailboxKind;
  pop_user: string | null;
  smtp_user: string | null;
  from_address: string | null;
}

/** Users and sender of a mailbox today. `signedInAs`: user name of the person whose grant it has; null for none. */
export function accountOf(mailbox: Account, signedInAs: string | null): MailAccount {
  const { address, kind, pop_user: popUser, smtp_user: smtpUser, from_address: from } = mailbox;
  return mailAccountOf({ address, kind, popUser, smtpUser, from }, signedInAs);
}
