import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import { useRetrieve, useSendTestMail, useTestMailbox } from '../../api/mailbox-queries.ts';

/** What a person can have done with a mailbox, with how it goes. */
export function useMailboxWork({ id }: Mailbox) {
  return { test: useTestMailbox(id), testMail: useSendTestMail(id), retrieve: useRetrieve(id) };
}
export type MailboxWork = ReturnType<typeof useMailboxWork>;
