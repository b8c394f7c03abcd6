import { isSameAddress, readMailAddress } from './mail-address.ts';
import type { MailboxReader } from './who-may.ts';

type Taken = { address: string; kind: 'personal' | 'shared'; holder_id: string | null };

/**
 * What becomes of an address that the entity has already, when a person adds it. Whose user name it is may take it as long
 * as nobody has signed in to it, so that nobody can block a colleague's address; a shared one that nobody holds goes to
 * whoever adds it.
 */
export function judgeTaken(
  mailbox: Taken,
  person: MailboxReader,
  hasSignIn: boolean,
): 'yours' | 'claimed' | 'anothers' {
  if (mailbox.holder_id === person.userId) return 'yours';
  const isTheirs = isSameAddress(readMailAddress(mailbox.address), readMailAddress(person.username));
  if (isTheirs && !hasSignIn) return 'claimed';
  return mailbox.holder_id === null && mailbox.kind === 'shared' && !hasSignIn ? 'claimed' : 'anothers';
}
