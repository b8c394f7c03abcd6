import { sql, type Kysely } from 'kysely';
import { storableJson } from '../../storage/storable-json.ts';
import type { Tables } from '../../storage/tables.ts';
import type { MailboxKey } from '../mailboxes/index.ts';
import type { GrantChange } from './grant-change.ts';
import { keepAliveAgainAfterMs } from './grant-timing.ts';
import type { GrantRow } from './grant-store.ts';

/** The right to refresh a grant: what is written must rest on this version of the tokens and on this claim. */
export interface GrantClaim extends MailboxKey {
  version: number;
  claim: number;
  refreshCiphertext: Buffer;
}

/**
 * Leases on the rows of grants. Their time is the database's: replicas may have clocks that differ, and a lease that looks
 * over where it is not would use a refresh token twice.
 */
export interface GrantLeaseStore {
  /** Takes the grant if nobody has touched it since the row was read; null when somebody did or does. */
  claim(row: GrantRow, leaseMs: number): Promise<GrantClaim | null>;
  /** Takes grants of all tenants that are due for their keep-alive, longest overdue first. */
  claimDue(now: Date, leaseMs: number, most: number): Promise<GrantClaim[]>;
  /** Writes what Microsoft said and gives the lease back; false when the grant was claimed or replaced meanwhile. */
  settle(db: Kysely<Tables>, claim: GrantClaim, change: GrantChange): Promise<boolean>;
  /** Gives the lease back; nothing was learnt. */
  release(claim: GrantClaim): Promise<void>;
}

export function createGrantLeaseStore(db: Kysely<Tables>): GrantLeaseStore {
  return {
    async claim(row, leaseMs) {
      const claimed = await db
        .updateTable('mailbox_grants')
        .set((eb) => ({ claim: eb('claim', '+', 1), lease_until: leaseOver(leaseMs) }))
        .where('tenant_id', '=', row.tenant_id)
        .where('mailbox_id', '=', row.mailbox_id)
        // Every refresh and every sign-in counts it up: so the row is still the one that was read.
        .where('claim', '=', row.claim)
        .where(isFree)
        .where('refresh_ciphertext', 'is not', null)
        .returning(claimColumns)
        .executeTakeFirst();
      return claimed ? claimOf(claimed) : null;
    },

    async claimDue(now, leaseMs, most) {
      const rows = await db
        .with(
          (cte) => cte('due').materialized(),
          (qb) =>
            qb
              .selectFrom('mailbox_grants')
              .select(['tenant_id', 'mailbox_id'])
              .where('refresh_at', '<=', now)
              .where('refresh_ciphertext', 'is not', null)
              .where((eb) => eb.or([eb('not_before', 'is', null), eb('not_before', '<=', now)]))
              .where(isFree)
              .orderBy('refresh_at')
              .limit(most)
              .forUpdate()
              .skipLocked(),
        )
        .updateTable('mailbox_grants')
        .from('due')
        .set((eb) => ({
          claim: eb('mailbox_grants.claim', '+', 1),
          lease_until: leaseOver(leaseMs),
          refresh_at: new Date(now.getTime() + keepAliveAgainAfterMs),
        }))
        .whereRef('mailbox_grants.tenant_id', '=', 'due.tenant_id')
        .whereRef('mailbox_grants.mailbox_id', '=', 'due.mailbox_id')
        .returning([
          'mailbox_grants.tenant_id',
          'mailbox_grants.mailbox_id',
          'mailbox_grants.version',
          'mailbox_grants.claim',
          'mailbox_grants.refresh_ciphertext',
        ])
        .execute();
      return rows.map(claimOf).filter((claim) => claim !== null);
    },

    async settle(trx, claim, { verdict, ...change }) {
      const done = await fenced(trx, claim)
        .set({ ...change, verdict: verdict && storableJson(verdict), lease_until: null })
        .$if(change.refresh_ciphertext !== undefined, (qb) =>
          qb.set((eb) => ({ version: eb('version', '+', 1) })),
        )
        .executeTakeFirst();
      return done.numUpdatedRows > 0n;
    },

    async release(claim) {
      await fenced(db, claim).set({ lease_until: null }).execute();
    },
  };
}

const claimColumns = ['tenant_id', 'mailbox_id', 'version', 'claim', 'refresh_ciphertext'] as const;

/** By version and claim: a process that was paused past its lease overwrites neither newer tokens nor a newer claim. */
function fenced(db: Kysely<Tables>, { tenantId, mailboxId, version, claim }: GrantClaim) {
  return db
    .updateTable('mailbox_grants')
    .where('tenant_id', '=', tenantId)
    .where('mailbox_id', '=', mailboxId)
    .where('version', '=', version)
    .where('claim', '=', claim);
}

const isFree = sql<boolean>`(lease_until is null or lease_until <= clock_timestamp())`;

const leaseOver = (leaseMs: number) =>
  sql<Date>`clock_timestamp() + ${leaseMs}::float8 * interval '1 millisecond'`;

function claimOf(row: {
  tenant_id: string;
  mailbox_id: string;
  version: number;
  claim: number;
  refresh_ciphertext: Buffer | null;
}): GrantClaim | null {
  const { tenant_id: tenantId, mailbox_id: mailboxId, version, claim, refresh_ciphertext: ciphertext } = row;
  return ciphertext && { tenantId, mailboxId, version, claim, refreshCiphertext: ciphertext };
}
