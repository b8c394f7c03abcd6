import { setTimeout as delay } from 'node:timers/promises';
import type { Verdict } from '../../../shared/api/verdict.ts';
import { diagnose } from '../../diagnosis/index.ts';
import type { GrantRefresh } from './grant-refresh-service.ts';
import type { GrantClaim, GrantLeaseStore } from './grant-lease-store.ts';
import type { GrantRow, GrantStore } from './grant-store.ts';
import { lastsAMoment } from './grant-timing.ts';
import type { RegistrationRefusals, RegistrationState } from './registration-refusal-service.ts';
import type { TokenSeals } from './sealed-tokens-store.ts';
import { standingAnswer, type Question } from './standing-answer.ts';
import type { MailboxTokenAnswer, MailboxTokenSource } from './token-answer.ts';

export interface MailboxTokenDependencies {
  store: GrantStore;
  leases: GrantLeaseStore;
  seals: TokenSeals;
  refresh: GrantRefresh;
  refusals: RegistrationRefusals;
  /** How long a claim holds: longer than an answer of Microsoft is waited for. */
  leaseMs: number;
  now: () => number;
  log: { error(fields: object, message: string): void };
}

const shortestLookMs = 20;
const longestLookMs = 500;

/**
 * Tokens of mailboxes. The row of the grant is the truth for all replicas: each reads it, one of them refreshes it, the
 * others wait until the new token is there.
 */
export class MailboxTokens implements MailboxTokenSource {
  readonly #given: MailboxTokenDependencies;
  /** Refreshes of this process, by mailbox: who needs the same one waits for it without asking the database. */
  readonly #running = new Map<string, Promise<boolean>>();

  constructor(given: MailboxTokenDependencies) {
    this.#given = given;
  }

  async access(
    tenantId: string,
    mailboxId: string,
    { fresh = false }: { fresh?: boolean } = {},
  ): Promise<MailboxTokenAnswer> {
    const { store, leaseMs, now } = this.#given;
    const giveUpAt = performance.now() + leaseMs * 2;
    let row = await store.find(tenantId, mailboxId);
    const versionAtFirst = row?.version;
    let question: Question = fresh ? 'fresh' : 'any';
    for (let lookMs = shortestLookMs; row !== null; lookMs = Math.min(lookMs * 2, longestLookMs)) {
      // Whoever asked since then asked as freshly as this caller would.
      if (row.version !== versionAtFirst) question = 'any';
      const standing = standingAnswer(row, now(), question);
      if (standing === 'token-at-hand') return this.#tokenOf(row);
      if (standing !== null) return standing;
      const refused = row.is_leased ? null : this.#refusalOf(row);
      if (refused !== null || performance.now() > giveUpAt) {
        return this.#withoutAsking(row, refused ?? nobodyAnswered, question);
      }
      if (!(await this.#refreshOnce(row))) await delay(lookMs);
      else if (question === 'fresh') question = 'asked';
      row = await store.find(tenantId, mailboxId);
    }
    return { kind: 'never' };
  }

  /**
   * Refreshes grants that are due because nobody used them, at most so many at once. Answers how many it took; what came of
   * them is on their rows.
   */
  async keepAlive(atOnce: number): Promise<number> {
    const { leases, leaseMs, now } = this.#given;
    const claims = await leases.claimDue(new Date(now()), leaseMs, atOnce);
    await Promise.all(claims.map((claim) => this.#keepOneAlive(claim)));
    return claims.length;
  }

  /** Waits for refreshes under way, whose answers would be lost. Call it before the database is closed. */
  async stop(): Promise<void> {
    this.#given.refresh.stop();
    await Promise.allSettled(this.#running.values());
  }

  /** One grant that cannot be refreshed, say because its key is missing, must not keep the others from it. */
  async #keepOneAlive(claim: GrantClaim): Promise<void> {
    const { store, leases, refresh, log } = this.#given;
    const { tenantId, mailboxId } = claim;
    try {
      const row = await store.find(tenantId, mailboxId);
      if (row === null || this.#refusalOf(row) !== null) {
        await leases.release(claim);
        return;
      }
      await refresh.run(row, claim);
    } catch (error) {
      log.error({ err: error, tenantId, mailboxId }, 'keep-alive of a grant failed');
    }
  }

  /** true when Microsoft was asked, by this caller or one it joined; false when another process is at it. */
  async #refreshOnce(row: GrantRow): Promise<boolean> {
    const key = `${row.tenant_id} ${row.mailbox_id}`;
    const running = this.#running.get(key);
    if (running !== undefined) return running;
    if (row.is_leased) return false;
    const started = this.#claimAndRefresh(row).finally(() => this.#running.delete(key));
    this.#running.set(key, started);
    return started;
  }

  async #claimAndRefresh(row: GrantRow): Promise<boolean> {
    const claim = await this.#given.leases.claim(row, this.#given.leaseMs);
    if (claim === null) return false;
    await this.#given.refresh.run(row, claim);
    return true;
  }

  #refusalOf(row: GrantRow): Verdict | null {
    const { tenant_id: tenantId, entity_id: entityId, registration_version: version } = row;
    if (version === null) return null;
    const state: RegistrationState = { tenantId, entityId, version };
    return this.#given.refusals.find(state);
  }

  /** What is left of the token at hand serves, unless a person wants to know. */
  #withoutAsking(row: GrantRow, verdict: Verdict, question: Question): Promise<MailboxTokenAnswer> {
    if (question === 'any' && lastsAMoment(row, this.#given.now())) return this.#tokenOf(row);
    return Promise.resolve({ kind: 'unavailable', verdict });
  }

  async #tokenOf(row: GrantRow): Promise<MailboxTokenAnswer> {
    const { tenant_id: tenantId, mailbox_id: mailboxId, access_ciphertext, access_expires_at } = row;
    if (access_ciphertext === null || access_expires_at === null) {
      return { kind: 'unavailable', verdict: nobodyAnswered };
    }
    const accessToken = await this.#given.seals.openAccess({ tenantId, mailboxId }, access_ciphertext);
    const owner = {
      tid: row.owner_tid,
      oid: row.owner_oid,
      name: row.owner_name,
      username: row.owner_username,
    };
    const token = { accessToken, expiresAt: access_expires_at.getTime(), scopes: row.scopes, owner };
    return { kind: 'token', token };
  }
}

/** The process that claimed the grant has not said anything for longer than a claim holds. */
const nobodyAnswered = diagnose({
  protocol: 'network',
  stage: 'refresh',
  networkError: { code: 'ETIMEDOUT', message: 'the refresh took too long' },
});
