import type { Kysely } from 'kysely';
import type { RetrievalState } from '../../../shared/api/retrievals.ts';
import type { Tables } from '../../storage/tables.ts';
import { retrievalState } from './retrieval-state.ts';

/** The retrieval of each of a tenant's mailboxes, or of those of `mailboxIds` alone, by mailbox id. */
export async function retrievalStates(
  db: Kysely<Tables>,
  tenantId: string,
  now: number,
  mailboxIds?: readonly string[],
): Promise<Map<string, RetrievalState>> {
  const rows = await records(db, tenantId, mailboxIds).execute();
  return new Map(
    rows.map(({ id, isOn, grantState, kept, ...rest }) => {
      const needsSignIn = grantState === 'needs-sign-in';
      const record = { ...rest, isOn: isOn ?? false, needsSignIn, kept: Number(kept ?? 0) };
      return [id, retrievalState(record, now)];
    }),
  );
}

function records(db: Kysely<Tables>, tenantId: string, mailboxIds: readonly string[] | undefined) {
  return db
    .with('kept', (cte) =>
      cte
        .selectFrom('mailbox_messages')
        .select((eb) => ['mailbox_id', eb.fn.countAll<string>().as('count')])
        .where('tenant_id', '=', tenantId)
        .where('content_id', 'is not', null)
        .$if(mailboxIds !== undefined, (query) => query.where('mailbox_id', 'in', mailboxIds ?? []))
        .groupBy('mailbox_id'),
    )
    .selectFrom('mailboxes as m')
    .leftJoin('retrieval_settings as s', (join) =>
      join.onRef('s.tenant_id', '=', 'm.tenant_id').onRef('s.entity_id', '=', 'm.entity_id'),
    )
    .leftJoin('mailbox_retrievals as r', (join) =>
      join.onRef('r.tenant_id', '=', 'm.tenant_id').onRef('r.mailbox_id', '=', 'm.id'),
    )
    .leftJoin('mailbox_grants as g', (join) =>
      join.onRef('g.tenant_id', '=', 'm.tenant_id').onRef('g.mailbox_id', '=', 'm.id'),
    )
    .leftJoin('kept', 'kept.mailbox_id', 'm.id')
    .select([
      'm.id',
      'm.created_at as createdAt',
      's.is_on as isOn',
      's.switched_on_at as switchedOnAt',
      'g.signed_in_at as signedInAt',
      'g.state as grantState',
      'r.due_at as dueAt',
      'r.lease_until as leaseUntil',
      'r.last_started_at as lastStartedAt',
      'r.last_success_at as lastSuccessAt',
      'r.verdict',
      'kept.count as kept',
    ])
    .where('m.tenant_id', '=', tenantId)
    .$if(mailboxIds !== undefined, (query) => query.where('m.id', 'in', mailboxIds ?? []));
}
