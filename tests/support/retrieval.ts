import { createSecretKey, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { createRetrievalParts } from '../../src/server/app-mail-retrieval.ts';
import type { After } from '../../src/server/features/admin-consent/index.ts';
import { createEntityStore } from '../../src/server/features/entity-registration/index.ts';
import { LiveEvents } from '../../src/server/features/live-events/index.ts';
import type { StoredMessage } from '../../src/server/features/mail-retrieval/index.ts';
import type { MailboxTokenSource } from '../../src/server/features/mailbox-grants/index.ts';
import {
  addressKey,
  createMailboxStore,
  readMailAddress,
} from '../../src/server/features/mailboxes/index.ts';
import type { MailboxRow } from '../../src/server/features/mailboxes/index.ts';
import type { Database } from '../../src/server/storage/database.ts';
import { createEncryption } from '../../src/server/storage/encryption/encryption.ts';

export interface RetrievalOptions {
  database: Database;
  /** Where every mailbox lies, whatever its address. */
  pop: { host: string; port: number; ca?: string | undefined };
  /** A token that opens the mailbox of the address. */
  token: (address: string) => Promise<string>;
  /** 32 bytes; processes on one database share it. */
  key: Buffer;
  log: Logger;
  now?: () => number;
  /** Time limits of rounds; without it there are none. */
  after?: After;
}

/** The real retrieval on a database and a mail server, without the rest of the product around it. */
export type Retrieval = ReturnType<typeof startRetrieval>;

export const retrievalKey = (): Buffer => Buffer.alloc(32, 7);

export function startRetrieval(options: RetrievalOptions) {
  const { database, pop, token, key, log, now = Date.now, after = () => () => undefined } = options;
  const db = database.kysely;
  const mailboxStore = createMailboxStore(db);
  const mailTokens: MailboxTokenSource = {
    async access(tenantId, mailboxId) {
      const mailbox = await mailboxStore.find(tenantId, mailboxId);
      if (mailbox === null) return { kind: 'never' };
      const owner = { tid: tenantId, oid: randomUUID(), name: null, username: mailbox.address };
      const accessToken = await token(mailbox.address);
      return { kind: 'token', token: { accessToken, expiresAt: now() + 3_600_000, scopes: [], owner } };
    },
  };
  const encryption = createEncryption({ keys: [{ id: 'test', key: createSecretKey(key) }], database, now });
  const live = new LiveEvents();
  const entities = createEntityStore(db);
  const given = { database, db, encryption, entities, mailboxStore, mailTokens, live, after, now, log, pop };
  const parts = createRetrievalParts(given);
  return { ...parts, db, live, now, mailboxStore, messagesOf, contentOf, contentsOf };

  async function messagesOf(mailbox: MailboxRow): Promise<StoredMessage[]> {
    const all: StoredMessage[] = [];
    for (;;) {
      const after = all.at(-1)?.number ?? 0;
      const page = { after, limit: 500, order: 'oldest' as const, of: 'all' as const };
      const messages = await parts.messages.list(mailbox.tenant_id, mailbox.id, page);
      if (messages.length === 0) return all;
      all.push(...messages);
    }
  }
  async function contentOf(message: StoredMessage): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of parts.contents.open(message)) pieces.push(piece);
    return Buffer.concat(pieces);
  }
  async function contentsOf(mailbox: MailboxRow): Promise<Buffer[]> {
    const contents: Buffer[] = [];
    for (const message of await messagesOf(mailbox)) contents.push(await contentOf(message));
    return contents;
  }
}

export interface MailboxWanted {
  address: string;
  tenantId?: string;
  deleteFromServer?: boolean;
  everyMinutes?: number;
}

/** A mailbox somebody has signed in to, of an entity whose retrieval is on. */
export async function addRetrievedMailbox(
  { db, mailboxStore, now }: Pick<Retrieval, 'db' | 'mailboxStore' | 'now'>,
  { address, tenantId = randomUUID(), deleteFromServer = false, everyMinutes = 5 }: MailboxWanted,
): Promise<MailboxRow> {
  const at = new Date(now());
  const entityId = randomUUID();
  await db
    .insertInto('entities')
    .values({
      tenant_id: tenantId,
      id: entityId,
      name: 'Muster',
      modules: ['calendar'],
      probe_mailbox: null,
      created_at: at,
      updated_at: at,
    })
    .execute();
  await db
    .insertInto('retrieval_settings')
    .values({
      tenant_id: tenantId,
      entity_id: entityId,
      is_on: true,
      every_minutes: everyMinutes,
      delete_from_server: deleteFromServer,
      switched_on_at: at,
    })
    .execute();
  const person = { id: randomUUID(), name: 'Lara Lawyer' };
  const key = addressKey(readMailAddress(address)!);
  const row = { tenantId, entityId, address, addressKey: key, kind: 'personal' as const };
  const mailbox = (await mailboxStore.add(db, { ...row, holder: person, creator: person }, at))!;
  await db
    .insertInto('mailbox_grants')
    .values({
      tenant_id: tenantId,
      mailbox_id: mailbox.id,
      owner_tid: tenantId,
      owner_oid: person.id,
      owner_name: person.name,
      owner_username: address,
      directory_id: tenantId,
      application_id: randomUUID(),
      scopes: [],
      state: 'ok',
      signed_in_at: at,
      renewed_at: at,
    })
    .execute();
  return mailbox;
}
