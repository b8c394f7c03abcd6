import { setTimeout as delay } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Verdict } from '../../../shared/api/verdict.ts';
import { diagnose } from '../../diagnosis/index.ts';
import {
  refreshDelegatedTokens,
  type DelegatedTokens,
  type RefreshAnswer,
} from '../../protocols/entra/index.ts';
import type { HttpExchange } from '../../protocols/http/index.ts';
import type { Tables } from '../../storage/tables.ts';
import { recordAudit } from '../audit/index.ts';
import type { TestSubject, TestSubjects } from '../connection-test/index.ts';
import type { LiveEvents } from '../live-events/index.ts';
import { refused, rejected, renewed, type GrantChange } from './grant-change.ts';
import type { GrantClaim, GrantLeaseStore } from './grant-lease-store.ts';
import type { GrantRow } from './grant-store.ts';
import { meaningOfRefusal } from './meaning-of-refusal.ts';
import type { RegistrationRefusals, RegistrationState } from './registration-refusal-service.ts';
import type { TokenSeals } from './sealed-tokens-store.ts';
import { verdictOfRejection } from './verdict-of-rejection.ts';

/** Where delegated tokens for mail come from in the configured cloud. */
export interface MailTokenIssuer {
  tokenEndpoint(directoryId: string): string;
  issuer(directoryId: string): string;
  /** `https://outlook.office.com` */
  resource: string;
  refreshScope: string;
}

export interface GrantRefreshDependencies {
  db: Kysely<Tables>;
  leases: GrantLeaseStore;
  seals: TokenSeals;
  registrations: TestSubjects;
  refusals: RegistrationRefusals;
  /** Gives up before the lease is over. */
  exchange: HttpExchange;
  issuer: MailTokenIssuer;
  live: LiveEvents;
  now: () => number;
  log: { warn(fields: object, message: string): void; error(fields: object, message: string): void };
}

/** An answer that cannot be stored is tried to be stored for this long: a database that fails over is back by then. */
const storedWithinMs = 10 * 60_000;
const firstRetryMs = 100;
const longestRetryMs = 5000;

/** One refresh of a grant that was claimed: asks Microsoft and stores what it said before anybody uses it. */
export class GrantRefresh {
  readonly #given: GrantRefreshDependencies;
  #stopping = false;

  constructor(given: GrantRefreshDependencies) {
    this.#given = given;
  }

  /** No answer is waited for to be stored any longer: the database is about to be closed. */
  stop(): void {
    this.#stopping = true;
  }

  /** Returns when the row says what came of it. `row` is the grant as it was when it was claimed, or before. */
  async run(row: GrantRow, claim: GrantClaim): Promise<void> {
    const { registrations, leases } = this.#given;
    try {
      const subject = await registrations.subject(row.tenant_id, row.entity_id);
      if (subject === null || !isIssuedTo(row, subject)) {
        await leases.release(claim);
        return;
      }
      const answer = await this.#ask(
        subject,
        await this.#given.seals.openRefresh(claim, claim.refreshCiphertext),
      );
      await this.#settle(row, claim, subject, answer);
    } catch (error) {
      await leases.release(claim).catch(() => undefined);
      throw error;
    }
  }

  #ask({ registration }: TestSubject, refreshToken: string): Promise<RefreshAnswer> {
    const { exchange, issuer, now } = this.#given;
    const { directoryId, applicationId: clientId, clientSecret } = registration;
    const request = {
      tokenEndpoint: issuer.tokenEndpoint(directoryId),
      issuer: issuer.issuer(directoryId),
      directoryId,
      clientId,
      clientSecret,
      resource: issuer.resource,
      scope: issuer.refreshScope,
      refreshToken,
    };
    return refreshDelegatedTokens(exchange, request, now);
  }

  async #settle(
    row: GrantRow,
    claim: GrantClaim,
    subject: TestSubject,
    answer: RefreshAnswer,
  ): Promise<void> {
    const { refusals, now } = this.#given;
    if ('refusal' in answer) return this.#refused(row, claim, subject, answer.refusal);
    refusals.forget(stateOf(subject));
    if ('tokens' in answer) return this.#renewed(row, claim, answer.tokens);
    const verdict = verdictOfRejection(answer.rejection);
    const { refresh } = await this.#given.seals.seal(claim, { ...answer, accessToken: null });
    await this.#store(row, claim, rejected(refresh, verdict, now()));
  }

  async #renewed(row: GrantRow, claim: GrantClaim, tokens: DelegatedTokens): Promise<void> {
    const sealed = await this.#given.seals.seal(claim, tokens);
    await this.#store(row, claim, renewed(claim.mailboxId, tokens, sealed));
  }

  async #refused(
    row: GrantRow,
    claim: GrantClaim,
    subject: TestSubject,
    refusal: Extract<RefreshAnswer, { refusal: unknown }>['refusal'],
  ): Promise<void> {
    const { refusals, leases, now, log } = this.#given;
    const verdict = diagnose({ protocol: 'entra', stage: 'refresh', ...refusal, now: now() });
    const meaning = meaningOfRefusal(verdict);
    if (meaning !== 'registration') {
      const change = refused(meaning, verdict, now());
      return this.#store(row, claim, change, meaning === 'grant-ended' ? subject : undefined);
    }
    refusals.keep(stateOf(subject), verdict);
    const { tenantId, entityId } = subject;
    log.warn({ tenantId, entityId, cause: verdict.cause }, 'the registration cannot refresh mailboxes');
    await leases.release(claim);
  }

  /**
   * In a commit of its own, before any use, and past the lease if need be: a token that was used up at Microsoft must not
   * be what is left. The fence is the look at whether it is still the same grant.
   */
  async #store(row: GrantRow, claim: GrantClaim, change: GrantChange, ends?: TestSubject): Promise<void> {
    const { live, log } = this.#given;
    const { tenantId, mailboxId } = claim;
    const stored = await this.#untilCommitted(claim, () => this.#commit(row, claim, change, ends));
    if (!stored) {
      log.warn({ tenantId, mailboxId }, 'a grant was refreshed elsewhere meanwhile');
    } else if (change.state !== row.state || change.verdict?.cause !== row.verdict?.cause) {
      live.publish(tenantId, { type: 'mailbox-changed', mailboxId });
    }
  }

  async #commit(row: GrantRow, claim: GrantClaim, change: GrantChange, ends?: TestSubject): Promise<boolean> {
    const { db, leases, now } = this.#given;
    if (ends === undefined || change.verdict === null) return leases.settle(db, claim, change);
    const entry = endOfGrant(row, ends, change.verdict);
    return db.transaction().execute(async (trx) => {
      if (!(await leases.settle(trx, claim, change))) return false;
      await recordAudit(trx, entry, now());
      return true;
    });
  }

  /** @throws what the database throws, when it still does after ten minutes or the process ends. */
  async #untilCommitted(
    { tenantId, mailboxId }: GrantClaim,
    commit: () => Promise<boolean>,
  ): Promise<boolean> {
    const giveUpAt = performance.now() + storedWithinMs;
    for (let waitMs = firstRetryMs; ; waitMs = Math.min(waitMs * 2, longestRetryMs)) {
      try {
        return await commit();
      } catch (error) {
        if (this.#stopping || performance.now() > giveUpAt) throw error;
        this.#given.log.error({ err: error, tenantId, mailboxId }, 'a refreshed grant is not stored yet');
        await delay(waitMs);
      }
    }
  }
}

function isIssuedTo({ directory_id, application_id }: GrantRow, { registration }: TestSubject): boolean {
  return registration.directoryId === directory_id && registration.applicationId === application_id;
}

function stateOf({ tenantId, entityId, registrationVersion: version }: TestSubject): RegistrationState {
  return { tenantId, entityId, version };
}

function endOfGrant({ address, owner_username }: GrantRow, subject: TestSubject, { cause }: Verdict) {
  const { tenantId, entityId, entityName } = subject;
  return {
    action: 'mailbox-grant-ended' as const,
    actor: { tenantId, userId: null, name: null },
    entity: { id: entityId, name: entityName },
    details: { address, cause, ...(owner_username !== null && { signedInAs: owner_username }) },
  };
}
