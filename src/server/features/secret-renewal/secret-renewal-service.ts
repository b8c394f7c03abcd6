import type { Kysely } from 'kysely';
import type { SecretRenewal, SecretRenewalRequest } from '../../../shared/api/entities.ts';
import {
  expiryProblem,
  secretProblem,
  trimmed,
  type FieldProblems,
} from '../../../shared/domain/registration-input.ts';
import type { Tables } from '../../storage/tables.ts';
import { recordAudit, type Actor } from '../audit/index.ts';
import { type AppTokens, type ConnectionTests } from '../connection-test/index.ts';
import {
  sameApplication,
  withoutToken,
  type EntityRow,
  type EntityStore,
  type NotStored,
  type RegistrationRow,
  type Registrations,
  type RegistrationStore,
} from '../entity-registration/index.ts';
import type { LiveEvents } from '../live-events/index.ts';

export interface SecretRenewalDependencies {
  db: Kysely<Tables>;
  entities: EntityStore;
  store: RegistrationStore;
  registrations: Registrations;
  tokens: AppTokens;
  connectionTests: ConnectionTests;
  live: LiveEvents;
  now: () => number;
  log: { error(fields: object, message: string): void };
}

export type RenewalResult =
  ({ kind: 'renewed' } & SecretRenewal) | { kind: 'registration-missing' | 'changed-meanwhile' } | NotStored;

/** Guided renewal: the new secret is tested beside the old one, then swapped wherever the application is used. */
export class SecretRenewals {
  readonly #given: SecretRenewalDependencies;

  constructor(given: SecretRenewalDependencies) {
    this.#given = given;
  }

  async renew(actor: Actor, entityId: string, request: SecretRenewalRequest): Promise<RenewalResult> {
    const { entities, store, tokens, now } = this.#given;
    const entity = await entities.find(actor.tenantId, entityId);
    if (entity === null) return { kind: 'not-found' };
    const row = await store.find(actor.tenantId, entityId);
    if (row === null) return { kind: 'registration-missing' };
    const clientSecret = trimmed(request.clientSecret);
    const expiresOn = trimmed(request.secretExpiresOn);
    const problems = renewalProblems(clientSecret, expiresOn, new Date(now()).toISOString().slice(0, 10));
    if (Object.keys(problems).length > 0) return { kind: 'invalid', problems };
    const answer = await tokens.fresh({
      directoryId: row.directory_id,
      applicationId: row.application_id,
      clientSecret,
    });
    if ('verdict' in answer) return withoutToken(answer.verdict);
    const sameSecret = clientSecret === (await store.secretOf(row));
    const renewed = await this.#swapEverywhere(actor, row, clientSecret, expiresOn);
    if (renewed === null) return { kind: 'changed-meanwhile' };
    this.#testInBackground(actor, renewed);
    return { kind: 'renewed', renewed: renewed.map(({ id, name }) => ({ id, name })), sameSecret };
  }

  /** All entities of the application or none; null when another admin stored other values meanwhile. */
  async #swapEverywhere(
    actor: Actor,
    first: RegistrationRow,
    secret: string,
    expiresOn: string,
  ): Promise<EntityRow[] | null> {
    const { db, store, entities, now } = this.#given;
    const { tenantId } = actor;
    const rows = (await store.list(tenantId)).filter((row) => sameApplication(row, first));
    const asked = rows.find(({ entity_id }) => entity_id === first.entity_id);
    if (asked?.version !== first.version) return null;
    const swaps = await Promise.all(
      rows.map(async (row) => ({
        row,
        encrypted: await store.encryptSecret(tenantId, row.entity_id, secret),
      })),
    );
    const renewed = (await entities.list(tenantId)).filter(({ id }) =>
      rows.some((row) => row.entity_id === id),
    );
    try {
      await db.transaction().execute(async (trx) => {
        for (const { row, encrypted } of swaps) {
          if (!(await store.swapSecret(trx, row, encrypted, expiresOn, new Date(now()))))
            throw new ChangedMeanwhile();
        }
        for (const entity of renewed) {
          const details = { applicationId: first.application_id, secretExpiresOn: expiresOn };
          await recordAudit(trx, { action: 'secret-renewed', actor, entity, details }, now());
        }
      });
    } catch (error) {
      if (error instanceof ChangedMeanwhile) return null;
      throw error;
    }
    return renewed.sort((a, b) => Number(b.id === first.entity_id) - Number(a.id === first.entity_id));
  }

  /** A red dot from the expired secret must not outlive its cure; nobody waits for these tests. */
  #testInBackground(actor: Actor, renewed: readonly EntityRow[]): void {
    const { live, registrations, connectionTests, log } = this.#given;
    for (const { id } of renewed) {
      live.publish(actor.tenantId, { type: 'entity-changed', entityId: id });
      registrations
        .subject(actor.tenantId, id)
        .then(
          (subject) => subject && connectionTests.run(subject, { trigger: 'save', startedBy: actor.userId }),
        )
        .catch((error: unknown) => log.error({ err: error, entityId: id }, 'test after renewal failed'));
    }
  }
}

class ChangedMeanwhile extends Error {}

function renewalProblems(secret: string, expiresOn: string, today: string): FieldProblems {
  const ofSecret = secretProblem(secret);
  const ofExpiry = expiryProblem(expiresOn, today);
  return {
    ...(ofSecret ? { clientSecret: ofSecret } : {}),
    ...(ofExpiry ? { secretExpiresOn: ofExpiry } : {}),
  };
}
