import type { ColumnType, Generated } from 'kysely';
import type { mailboxTestTriggers, MailboxTestStep } from '../../shared/api/mailbox-tests.ts';
import type { SignInAttempt, SignInAttemptStatus } from '../../shared/api/mailbox-sign-ins.ts';
import type { PendingGrant } from '../../shared/api/mailboxes.ts';
import type { Verdict } from '../../shared/api/verdict.ts';
import type { MailboxKind } from '../../shared/domain/mailbox.ts';
import type { StepStatus } from '../../shared/domain/status.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import type { Json, OfTenant } from './columns.ts';

interface OfMailbox extends OfTenant {
  mailbox_id: string;
}

/** A communicator account. */
export interface MailboxesTable extends OfTenant {
  entity_id: string;
  id: string;
  /** As it was typed, without blanks around it. */
  address: string;
  /** In the one form in which two of the same mailbox are equal. */
  address_key: string;
  kind: MailboxKind;
  /** Chosen by hand; null follows the rule. */
  pop_user: string | null;
  smtp_user: string | null;
  from_address: string | null;
  /** Object id of the person who uses it; null while it waits for whoever has the address. */
  holder_id: string | null;
  holder_name: string | null;
  created_at: Date;
  created_by: string;
  creator_name: string | null;
}

export interface MailboxTestsTable extends OfMailbox {
  id: string;
  trigger: (typeof mailboxTestTriggers)[number];
  status: StepStatus;
  steps: Json<MailboxTestStep[]>;
  started_at: Date;
  finished_at: Date;
  started_by: string | null;
}

/**
 * How a grant fared when it was last refreshed. `needs-sign-in`: the person has to sign in again, ended or not. `failed`: an
 * administrator has to change something. `unknown`: Microsoft could not be asked.
 */
export type GrantState = 'ok' | 'needs-sign-in' | 'failed' | 'unknown';

/** What a sign-in ended with. Tokens, version and lease on one row, so that a claim reads what it claims. */
export interface MailboxGrantsTable extends OfMailbox {
  /** Who signed in: the person whose token it is. */
  owner_tid: string;
  owner_oid: string;
  owner_name: string | null;
  owner_username: string | null;
  /** The registration that the tokens were issued to; no other can refresh them. */
  directory_id: string;
  application_id: string;
  /** Null when the grant has ended. */
  refresh_ciphertext: Buffer | null;
  access_ciphertext: Buffer | null;
  access_expires_at: Date | null;
  scopes: string[];
  state: GrantState;
  /** Why it is not `ok`. */
  verdict: Json<Verdict | null>;
  signed_in_at: Date;
  renewed_at: Date;
  /** When it is to be refreshed even if nobody needs a token; null when it has ended. */
  refresh_at: Date | null;
  /** No refresh before this time: Microsoft named a wait, or refused lately. */
  not_before: Date | null;
  /** Counts the tokens that were stored; a write names the version and claim it rests on. */
  version: Generated<number>;
  claim: Generated<number>;
  lease_until: Date | null;
}

/** A sign-in under way, or how it ended. The state in its link is kept as a digest, and spent by the first answer. */
export interface MailboxSignInsTable extends OfMailbox {
  id: string;
  status: SignInAttemptStatus;
  state_hash: Buffer | null;
  /** PKCE verifier and nonce, as JSON; null once they are spent. */
  secrets_ciphertext: Buffer | null;
  directory_id: string;
  application_id: string;
  redirect_uri: string;
  acts_for: 'own' | 'other';
  language: Language;
  started_at: Date;
  started_by: string;
  starter_name: string | null;
  starter_upn: string | null;
  expires_at: Date;
  mismatch: Json<SignInAttempt['mismatch']>;
  verdict: Json<Verdict | null>;
}

/** A grant that waits for the word of the person who signed in; unusable until then, for 24 hours. */
export interface PendingGrantsTable extends OfMailbox {
  id: string;
  why: PendingGrant['why'];
  owner_tid: string;
  owner_oid: string;
  owner_name: string | null;
  owner_username: string | null;
  started_by: string;
  starter_name: string | null;
  /** Who uses the mailbox then; null leaves it to whoever has its address. */
  holder_id: string | null;
  holder_name: string | null;
  /** SHA-256 of what the page asks with where the person has no tab with us; null where the tab asks. */
  token_hash: Buffer | null;
  /** All that is needed to store it, as JSON. */
  grant_ciphertext: Buffer;
  created_at: Date;
  expires_at: Date;
}

/** A submission under way (it holds a lease), or one of the last minutes. */
export interface MailSubmissionsTable extends OfMailbox {
  id: string;
  started_at: Date;
  lease_until: Date | null;
}

export interface RetrievalSettingsTable extends OfTenant {
  entity_id: string;
  is_on: boolean;
  every_minutes: number;
  delete_from_server: boolean;
  /** Silence is counted from here at the earliest. */
  switched_on_at: Date | null;
}

/** A mailbox's schedule, its lease and the number of its last message. */
export interface MailboxRetrievalsTable extends OfMailbox {
  due_at: Date | null;
  claim: Generated<number>;
  lease_until: Date | null;
  /** Rounds in a row that brought nothing: it is asked less often then. */
  idle_rounds: Generated<number>;
  failed_rounds: Generated<number>;
  /** Read as text, as node-postgres gives a bigint. */
  last_number: ColumnType<string, number | undefined, number>;
  last_started_at: Date | null;
  last_success_at: Date | null;
  verdict: Json<Verdict | null>;
}

/** A message that was seen: kept as long as the server lists it, so that it comes once. */
export interface MailboxMessagesTable extends OfMailbox {
  /** 16 bytes of the SHA-256 of its UIDL. */
  uidl_hash: Buffer;
  id: string;
  number: ColumnType<string, number, number>;
  /** 16 bytes of the SHA-256 of the content; null when it was left out. */
  content_hash: Buffer | null;
  /** Null when the content is gone, was left out, or is another row's. */
  content_id: string | null;
  /** Sender, subject, date and Message-ID, as JSON; null when the content is gone. */
  summary_ciphertext: Buffer | null;
  octets: number;
  retrieved_at: Date;
  acknowledged_at: Date | null;
  content_until: Date | null;
  /**
   * Why it came without a content: it is another row's message once more, is larger than we take, or the server did not
   * give it out (which is tried again). Null for a message that was stored.
   */
  left_out: 'duplicate' | 'too-large' | 'refused' | null;
  /** Since when the server no longer lists it. */
  gone_at: Date | null;
}

export interface MessageChunksTable extends OfMailbox {
  content_id: string;
  position: number;
  ciphertext: Buffer;
  stored_at: Date;
}

export interface MailTables {
  mailboxes: MailboxesTable;
  mailbox_tests: MailboxTestsTable;
  mailbox_grants: MailboxGrantsTable;
  mailbox_sign_ins: MailboxSignInsTable;
  pending_grants: PendingGrantsTable;
  mail_submissions: MailSubmissionsTable;
  retrieval_settings: RetrievalSettingsTable;
  mailbox_retrievals: MailboxRetrievalsTable;
  mailbox_messages: MailboxMessagesTable;
  message_chunks: MessageChunksTable;
}
