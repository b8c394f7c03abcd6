import type { Verdict } from '../../../shared/api/verdict.ts';
import { diagnose } from '../../diagnosis/index.ts';
import { evidenceOf, Pop3Error, type Pop3Options } from '../../protocols/pop3/index.ts';
import type { LiveEvents } from '../live-events/index.ts';
import type { MailboxTokenSource } from '../mailbox-grants/index.ts';
import { accountOf, type MailboxRow, type MailboxStore } from '../mailboxes/index.ts';
import { ClaimLostError } from './arrival-store.ts';
import {
  RetrievalSession,
  type SessionDependencies,
  type SessionResult,
} from './retrieval-session-service.ts';
import type { RetrievalSettingsRow, RetrievalSettingsStore } from './retrieval-settings-store.ts';
import type { Claimed, RetrievalStore } from './retrieval-store.ts';
import { nextRound } from './schedule.ts';
import { knowsNoUidl, notStored, tooSlow, uidlMisused } from './session-verdict.ts';

export interface RetrievalDependencies extends SessionDependencies {
  store: RetrievalStore;
  settings: RetrievalSettingsStore;
  mailboxes: MailboxStore;
  tokens: MailboxTokenSource;
  /** null where the cloud has no POP3. */
  pop: Pick<Pop3Options, 'host' | 'port' | 'ca'> | null;
  /** Whether the database survives a loss of power: only then may the server's copy be deleted. */
  mayDelete: boolean;
  live: LiveEvents;
  /** Runs something once after some milliseconds; answers what calls it off. */
  after: (ms: number, run: () => Promise<void>) => () => void;
  log: SessionDependencies['log'] & { error(fields: object, message: string): void };
}

/** What a round came to. `sign-in-needed`: there is no token to open the mailbox with. */
export type Round = { received: number } & (
  { kind: 'done'; more: boolean } | { kind: 'failed' | 'sign-in-needed'; verdict: Verdict | null }
);

export type RetrieveNowResult = Round | { kind: 'off' | 'already-running' };

/** Three renewals may fail before another process takes the mailbox over from a dead one. */
const leaseMs = 90_000;
const renewEveryMs = 30_000;
/** How long a round goes on with a large backlog. */
const lastsAtMostMs = { scheduled: 10 * 60_000, now: 30_000 };
/**
 * More for the message that is under way then: the largest one at 1.2 Mbit/s. The client's limits are for silence alone,
 * and a server that sends an octet a minute is never silent.
 */
const messageWithinMs = 30 * 60_000;
/** A person who waits gets an answer before a proxy gives up. */
const answerWithinMs = 50_000;
const outOfTime = new DOMException('the retrieval took too long', 'TimeoutError');

/** Retrieval of mailboxes: one session of a mailbox at a time over all replicas, whoever asks for it. */
export class Retrievals {
  readonly #given: RetrievalDependencies;
  readonly #running = new Set<Promise<unknown>>();
  readonly #cut = new AbortController();
  #isStopping = false;

  constructor(given: RetrievalDependencies) {
    this.#given = given;
  }

  /**
   * Retrieves a mailbox because a person asks for it. What a large backlog leaves over comes with the next rounds. A round
   * that takes longer than a person waits goes on, and is answered like one that others had begun.
   */
  async retrieveNow(mailbox: MailboxRow): Promise<RetrieveNowResult> {
    const { settings, store, live, after, now } = this.#given;
    const { tenant_id: tenantId, id, entity_id } = mailbox;
    const wanted = await settings.find(tenantId, entity_id);
    if (wanted?.is_on !== true) return { kind: 'off' };
    await store.addMissing(new Date(now()), { tenantId, mailboxId: id });
    const claimed = await store.claim(tenantId, id, new Date(now()), new Date(now() + leaseMs));
    if (claimed === null) return { kind: 'already-running' };
    live.publish(tenantId, { type: 'mailbox-changed', mailboxId: id });
    const late = Promise.withResolvers<RetrieveNowResult>();
    const callOff = after(answerWithinMs, async () => late.resolve({ kind: 'already-running' }));
    const round = this.#track(this.#round(claimed, lastsAtMostMs.now));
    return Promise.race([round, late.promise]).finally(callOff);
  }

  /** Retrieves the mailbox that has been due for longest; false when none is due. */
  async retrieveNextDue(): Promise<boolean> {
    const { store, now } = this.#given;
    if (this.#isStopping) return false;
    const claimed = await store.claimDue(new Date(now()), new Date(now() + leaseMs));
    if (claimed === null) return false;
    await this.#track(this.#round(claimed, lastsAtMostMs.scheduled));
    return true;
  }

  /** Lets each session end after the message it is at; cuts those off that take longer than the time given. */
  async stop(withinMs: number): Promise<void> {
    this.#isStopping = true;
    const timer = setTimeout(() => this.#cut.abort(), withinMs);
    await Promise.allSettled(this.#running);
    clearTimeout(timer);
  }

  async #track<T>(round: Promise<T>): Promise<T> {
    this.#running.add(round);
    try {
      return await round;
    } finally {
      this.#running.delete(round);
    }
  }

  async #round(claimed: Claimed, lastsMs: number): Promise<Round> {
    const { mailboxes, settings, after, log } = this.#given;
    const { tenant_id: tenantId, mailbox_id: mailboxId } = claimed;
    const ended = new AbortController();
    const renewal = this.#keepLease(claimed, () => ended.abort());
    const callOff = after(lastsMs + messageWithinMs, async () => ended.abort(outOfTime));
    try {
      const mailbox = await mailboxes.find(tenantId, mailboxId);
      const wanted = mailbox && (await settings.find(tenantId, mailbox.entity_id));
      if (!mailbox || !wanted) return { kind: 'failed', received: 0, verdict: null };
      const signal = AbortSignal.any([ended.signal, this.#cut.signal]);
      const round = await this.#open(claimed, mailbox, wanted, { lastsMs, signal });
      await this.#finish(claimed, wanted, round);
      return round;
    } catch (error) {
      // The schedule could not be kept: the lease ends by itself, and the mailbox is due again.
      log.error({ err: error, tenantId, mailboxId }, 'a retrieval could not be kept');
      return { kind: 'failed', received: 0, verdict: notStored };
    } finally {
      clearInterval(renewal);
      callOff();
    }
  }

  #keepLease(claimed: Claimed, lost: () => void): NodeJS.Timeout {
    const { store, now, log } = this.#given;
    const renew = async () => {
      if (!(await store.renew(claimed, new Date(now() + leaseMs)))) lost();
    };
    return setInterval(() => {
      renew().catch((error: unknown) => log.error({ err: error }, 'a lease could not be renewed'));
    }, renewEveryMs).unref();
  }

  async #open(
    claimed: Claimed,
    mailbox: MailboxRow,
    wanted: RetrievalSettingsRow,
    limits: { lastsMs: number; signal: AbortSignal },
  ): Promise<Round> {
    const { tokens, pop, mayDelete, now } = this.#given;
    const answer = await tokens.access(mailbox.tenant_id, mailbox.id);
    if (answer.kind === 'never') return { kind: 'sign-in-needed', received: 0, verdict: null };
    if (answer.kind === 'needs-sign-in') {
      return { kind: 'sign-in-needed', received: 0, verdict: answer.verdict };
    }
    if (answer.kind === 'unavailable') return { kind: 'failed', received: 0, verdict: answer.verdict };
    if (pop === null)
      return { kind: 'failed', received: 0, verdict: uidlMisused('This cloud has no POP3 host.') };
    const until = now() + limits.lastsMs;
    const session = new RetrievalSession(this.#given, {
      claimed,
      leaseMs,
      server: pop,
      user: accountOf(mailbox, answer.token.owner.username).popUser,
      accessToken: answer.token.accessToken,
      deleteFromServer: wanted.delete_from_server && mayDelete,
      isOver: () => this.#isStopping || now() > until,
      signal: limits.signal,
    });
    return this.#run(session, claimed, pop.host);
  }

  async #run(session: RetrievalSession, claimed: Claimed, host: string): Promise<Round> {
    const { result } = session;
    try {
      await session.run();
      return roundOf(result);
    } catch (error) {
      const { tenant_id: tenantId, mailbox_id: mailboxId } = claimed;
      this.#given.log.warn({ err: error, tenantId, mailboxId }, 'retrieval failed');
      return { kind: 'failed', received: result.received, verdict: verdictOfError(error, host) };
    }
  }

  async #finish(claimed: Claimed, wanted: RetrievalSettingsRow, round: Round): Promise<void> {
    const { store, live, now } = this.#given;
    const rounds = {
      mailboxId: claimed.mailbox_id,
      everyMs: wanted.every_minutes * 60_000,
      idleRounds: claimed.idle_rounds,
      failedRounds: claimed.failed_rounds,
    };
    const next = nextRound(rounds, round, now());
    await store.finish(claimed, {
      ...next,
      dueAt: new Date(next.dueAt),
      succeededAt: round.kind === 'done' ? new Date(now()) : null,
      verdict: round.kind === 'done' ? null : round.verdict,
    });
    live.publish(claimed.tenant_id, { type: 'mailbox-changed', mailboxId: claimed.mailbox_id });
  }
}

/** Everything that could be fetched was; messages that cannot be told apart are a fault of the server all the same. */
function roundOf({ received, more, untellable }: SessionResult): Round {
  if (untellable === 0) return { kind: 'done', received, more };
  const message = `${untellable} messages have no UIDL of their own and are not retrieved.`;
  return { kind: 'failed', received, verdict: uidlMisused(message) };
}

/** null where nobody is to blame: another process has taken over, or this one ends. */
function verdictOfError(error: unknown, host: string): Verdict | null {
  if (error instanceof ClaimLostError) return null;
  if (!(error instanceof Pop3Error)) return notStored;
  if (error.failure === 'aborted') return error.cause === outOfTime ? tooSlow : null;
  if (knowsNoUidl(error)) return uidlMisused(`The server knows no UIDL: ${error.reply ?? ''}`);
  return diagnose(evidenceOf(error, host));
}
