import { sql, type Kysely, type Selectable } from 'kysely';
import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import { storableJson } from '../../storage/storable-json.ts';
import type { Tables } from '../../storage/tables.ts';
import type { MailboxKey } from '../mailboxes/index.ts';
import { renewed } from './grant-change.ts';
import type { SealedTokens, TokenSeals } from './sealed-tokens-store.ts';
import { signInOfGrant } from './sign-in-of-grant.ts';

/** A grant with what it is held against: the registration of its mailbox's entity as it is today. */
export type GrantRow = Selectable<Tables['mailbox_grants']> & {
  entity_id: string;
  address: string;
  /** Null while the entity has no registration. */
  registration_version: number | null;
  /** Whether it was issued to the application that the entity has today. */
  is_of_registration: boolean;
  /** Whether somebody is refreshing it now. */
  is_leased: boolean;
};

/** What a sign-in ended with. Times are milliseconds since 1970. */
export interface NewGrant extends MailboxKey {
  /** Who signed in. */
  owner: { tid: string; oid: string; name: string | null; username: string | null };
  /** The registration that the tokens were issued to. */
  directoryId: string;
  applicationId: string;
  tokens: {
    accessToken: string;
    refreshToken: string;
    issuedAt: number;
    expiresAt: number;
    scopes: string[];
  };
}

/** A new grant, encrypted and ready to be stored. */
export interface SealedGrant {
  grant: Omit<NewGrant, 'tokens'> & { tokens: Omit<NewGrant['tokens'], 'accessToken' | 'refreshToken'> };
  sealed: SealedTokens;
}

/** Grants of one tenant's mailboxes; none is ever reached by its id alone. */
export interface GrantStore {
  find(tenantId: string, mailboxId: string): Promise<GrantRow | null>;
  /**
   * The sign-in of each mailbox that ever had one, by mailbox id: of the tenant's, or of those of `mailboxIds` alone.
   * `now` in milliseconds since 1970.
   */
  signIns(
    tenantId: string,
    now: number,
    mailboxIds?: readonly string[],
  ): Promise<Map<string, Mailbox['signIn']>>;
  /** Encrypts what `put` stores; before the transaction, since it may have to read a key. */
  sealGrant(grant: NewGrant): Promise<SealedGrant>;
  /** Puts the grant in place of what was there; whoever is refreshing the former one is fenced off. */
  put(trx: Kysely<Tables>, sealed: SealedGrant): Promise<void>;
  /** false when there was none. The mailbox's own removal takes its grant with it. */
  remove(trx: Kysely<Tables>, tenantId: string, mailboxId: string): Promise<boolean>;
}

export function createGrantStore(db: Kysely<Tables>, seals: TokenSeals): GrantStore {
  return {
    find: async (tenantId, mailboxId) =>
      (await grantsOf(db, tenantId).where('g.mailbox_id', '=', mailboxId).executeTakeFirst()) ?? null,

    async signIns(tenantId, now, mailboxIds) {
      const rows = await grantsOf(db, tenantId)
        .$if(mailboxIds !== undefined, (query) => query.where('g.mailbox_id', 'in', mailboxIds ?? []))
        .execute();
      return new Map(rows.map((row) => [row.mailbox_id, signInOfGrant(row, now)]));
    },

    async sealGrant({ tokens, ...grant }) {
      const { accessToken, refreshToken, ...times } = tokens;
      return {
        grant: { ...grant, tokens: times },
        sealed: await seals.seal(grant, { accessToken, refreshToken }),
      };
    },

    put,

    async remove(trx, tenantId, mailboxId) {
      const done = await trx
        .deleteFrom('mailbox_grants')
        .where('tenant_id', '=', tenantId)
        .where('mailbox_id', '=', mailboxId)
        .executeTakeFirst();
      return done.numDeletedRows > 0n;
    },
  };
}

const put: GrantStore['put'] = async (trx, { grant, sealed }) => {
  const { owner, tokens } = grant;
  const { verdict, ...change } = renewed(grant.mailboxId, tokens, sealed);
  const values = {
    ...change,
    refresh_ciphertext: sealed.refresh,
    scopes: tokens.scopes,
    owner_tid: owner.tid,
    owner_oid: owner.oid,
    owner_name: owner.name,
    owner_username: owner.username,
    directory_id: grant.directoryId,
    application_id: grant.applicationId,
    verdict: verdict && storableJson(verdict),
    signed_in_at: new Date(tokens.issuedAt),
    renewed_at: new Date(tokens.issuedAt),
    lease_until: null,
  };
  await trx
    .insertInto('mailbox_grants')
    .values({ tenant_id: grant.tenantId, mailbox_id: grant.mailboxId, ...values })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'mailbox_id']).doUpdateSet((eb) => ({
        ...values,
        version: eb('mailbox_grants.version', '+', 1),
        claim: eb('mailbox_grants.claim', '+', 1),
      })),
    )
    .execute();
};

function grantsOf(db: Kysely<Tables>, tenantId: string) {
  return db
    .selectFrom('mailbox_grants as g')
    .innerJoin('mailboxes as m', (join) =>
      join.onRef('m.tenant_id', '=', 'g.tenant_id').onRef('m.id', '=', 'g.mailbox_id'),
    )
    .leftJoin('registrations as r', (join) =>
      join.onRef('r.tenant_id', '=', 'm.tenant_id').onRef('r.entity_id', '=', 'm.entity_id'),
    )
    .selectAll('g')
    .select((eb) => [
      'm.entity_id',
      'm.address',
      'r.version as registration_version',
      sql<boolean>`coalesce(${eb.ref('r.application_id')} = ${eb.ref('g.application_id')}
        and ${eb.ref('r.directory_id')} = ${eb.ref('g.directory_id')}, false)`.as('is_of_registration'),
      // By the clock of the database, the one that all replicas share.
      sql<boolean>`coalesce(${eb.ref('g.lease_until')} > clock_timestamp(), false)`.as('is_leased'),
    ])
    .where('g.tenant_id', '=', tenantId);
}
