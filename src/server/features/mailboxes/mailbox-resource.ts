import type { MailboxTest } from '../../../shared/api/mailbox-tests.ts';
import type { Mailbox, PendingGrant } from '../../../shared/api/mailboxes.ts';
import type { RetrievalState } from '../../../shared/api/retrievals.ts';
import { accountOf } from './account-of.ts';
import type { MailboxRow } from './mailbox-store.ts';
import { mayUse, type MailboxReader } from './who-may.ts';

/** What the other features know of a mailbox; absent where they know nothing of it yet. */
export interface MailboxFacts {
  entityName: string;
  signIn: Mailbox['signIn'] | undefined;
  pending: PendingGrant | undefined;
  latestTest: MailboxTest | undefined;
  retrieval: RetrievalState | undefined;
  serviceKeys: Mailbox['serviceKeys'] | undefined;
}

const neverSignedIn: Mailbox['signIn'] = {
  status: 'never',
  person: null,
  signedInAt: null,
  renewedAt: null,
  verdict: null,
};

const notRetrieved: RetrievalState = {
  on: false,
  running: false,
  lastStartedAt: null,
  lastSuccessAt: null,
  nextAt: null,
  silent: false,
  verdict: null,
  kept: 0,
};

/** A mailbox as the reader may see it. Who holds a key to its contents is told to the one who uses it. */
export function mailboxResource(row: MailboxRow, facts: MailboxFacts, reader: MailboxReader): Mailbox {
  const mine = mayUse(row, reader);
  const signIn = facts.signIn ?? neverSignedIn;
  const account = accountOf(row, signIn.person?.username ?? null);
  const waits = facts.pending !== undefined && signIn.status !== 'ok';
  return {
    id: row.id,
    entityId: row.entity_id,
    entityName: facts.entityName,
    address: row.address,
    kind: row.kind,
    popUser: { value: account.popUser, byRule: row.pop_user === null },
    smtpUser: { value: account.smtpUser, byRule: row.smtp_user === null },
    from: { value: account.from, byRule: row.from_address === null },
    mine,
    holder: row.holder_name,
    createdAt: row.created_at.toISOString(),
    createdBy: row.creator_name,
    signIn: waits ? { ...signIn, status: 'waiting-for-owner' } : signIn,
    pending: facts.pending ?? null,
    latestTest: facts.latestTest ?? null,
    retrieval: facts.retrieval ?? notRetrieved,
    serviceKeys: mine ? [...(facts.serviceKeys ?? [])] : [],
  };
}
