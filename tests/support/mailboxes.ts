import type { Mailbox, NewMailbox } from '../../src/shared/api/mailboxes.ts';
import type { Caller } from './product.ts';

/** Adds an account as a person does; fails the test when it cannot be added. */
export async function addMailbox(
  person: Caller,
  entityId: string,
  address: string,
  more: Partial<NewMailbox> = {},
): Promise<Mailbox> {
  const wanted: NewMailbox = { entityId, address, kind: 'personal', ...more };
  const { status, body, text } = await person.call<Mailbox>('POST', 'mailboxes', wanted);
  if (status !== 201 && status !== 200) throw new Error(`no mailbox: ${text}`);
  return body;
}

export async function mailboxesOf(person: Caller, of: 'own' | 'firm' = 'own'): Promise<Mailbox[]> {
  const { body } = await person.call<{ mailboxes: Mailbox[] }>('GET', `mailboxes?of=${of}`);
  return body.mailboxes;
}
