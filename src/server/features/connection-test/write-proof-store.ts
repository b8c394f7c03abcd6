import type { Kysely } from 'kysely';
import type { Module } from '../../../shared/domain/modules.ts';
import type { Tables } from '../../storage/tables.ts';

/** A deep test wrote in these modules on this basis. `at` in milliseconds since 1970. */
export interface WriteProof {
  modules: readonly Module[];
  basis: string;
  at: number;
}

/** What deep tests proved of writing, a proof for each module. */
export interface WriteProofStore {
  /** When writing was last proven on this basis, in milliseconds since 1970, by module. */
  writeProofs(tenantId: string, entityId: string, basis: string): Promise<Map<Module, number>>;
  keepWriteProofs(tenantId: string, entityId: string, proof: WriteProof): Promise<void>;
  /** A later refusal says more than an earlier proof. */
  endWriteProofs(tenantId: string, entityId: string, modules: readonly Module[]): Promise<void>;
}

export function createWriteProofStore(db: Kysely<Tables>): WriteProofStore {
  return {
    async writeProofs(tenantId, entityId, basis) {
      const rows = await db
        .selectFrom('write_proofs')
        .select(['module', 'proven_at'])
        .where('tenant_id', '=', tenantId)
        .where('entity_id', '=', entityId)
        .where('basis', '=', basis)
        .execute();
      return new Map(rows.map(({ module, proven_at }) => [module, proven_at.getTime()]));
    },

    async keepWriteProofs(tenantId, entityId, { modules, basis, at }) {
      if (modules.length === 0) return;
      const proof = { proven_at: new Date(at), basis };
      await db
        .insertInto('write_proofs')
        .values(modules.map((module) => ({ tenant_id: tenantId, entity_id: entityId, module, ...proof })))
        .onConflict((conflict) => conflict.columns(['tenant_id', 'entity_id', 'module']).doUpdateSet(proof))
        .execute();
    },

    async endWriteProofs(tenantId, entityId, modules) {
      if (modules.length === 0) return;
      await db
        .deleteFrom('write_proofs')
        .where('tenant_id', '=', tenantId)
        .where('entity_id', '=', entityId)
        .where('module', 'in', modules)
        .execute();
    },
  };
}
