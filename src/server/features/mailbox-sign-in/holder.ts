/** A person of the firm who uses a mailbox. */
export interface Holder {
  id: string;
  name: string;
}

interface Held {
  tenant_id: string;
  holder_id: string | null;
  holder_name: string | null;
}

interface Attempt {
  acts_for: 'own' | 'other';
  started_by: string;
  starter_name: string | null;
}

/**
 * Who uses the mailbox once the sign-in is stored: whoever holds it; else the starter, whose account it is; else, where an
 * administrator acted, the person who signed in. null when that one is of another directory, hence unknown here: it stays
 * with whoever has the address as user name.
 */
export function holderAfter(
  mailbox: Held,
  attempt: Attempt,
  signedIn: { tid: string; oid: string; name: string | null },
): Holder | null {
  if (mailbox.holder_id !== null) return { id: mailbox.holder_id, name: mailbox.holder_name ?? '' };
  if (attempt.acts_for === 'own') return { id: attempt.started_by, name: attempt.starter_name ?? '' };
  return signedIn.tid === mailbox.tenant_id ? { id: signedIn.oid, name: signedIn.name ?? '' } : null;
}

/** Whether the mailbox may still be given to this person: it is nobody's, or that person's. */
export function mayBecome(
  { holder_id }: Pick<Held, 'holder_id'>,
  holder: Pick<Holder, 'id'> | null,
): boolean {
  return holder_id === null || holder_id === holder?.id;
}
