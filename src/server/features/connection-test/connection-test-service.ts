import type { ConnectionTest, ConnectionTestStep } from '../../../shared/api/connection-tests.ts';
import type { Module } from '../../../shared/domain/modules.ts';
import type { AppToken } from '../../protocols/entra/index.ts';
import { sendBatch, type BatchAnswer, type ItemAnswer } from '../../protocols/graph/index.ts';
import type { HttpExchange } from '../../protocols/http/index.ts';
import type { LiveEvents } from '../live-events/index.ts';
import type { AppTokens, TokenAnswer } from './app-tokens-service.ts';
import type { ConnectionTestStore } from './connection-test-store.ts';
import { testWriting } from './deep-test-service.ts';
import { answeredOutsideToken, judgeModule, judgeWriting, statusOfVerdict } from './judge-module.ts';
import { probesOf } from './probes.ts';
import type { TestSubject } from './subject.ts';
import { openSteps, skipOpenSteps, withStep } from './test-steps.ts';
import type { WriteOutcome } from './write-probes.ts';

export interface TestRequest {
  trigger: ConnectionTest['trigger'];
  /** Also test writing: creates items and takes them away again. */
  deep?: boolean;
  /** A token that has just been asked for with the same values. */
  token?: AppToken;
  startedBy?: string;
}

export interface ConnectionTestDependencies {
  store: ConnectionTestStore;
  tokens: AppTokens;
  exchange: HttpExchange;
  /** Graph without a version. */
  graphUrl: string;
  live: LiveEvents;
  now: () => number;
}

interface InFlight {
  current: ConnectionTest;
  /** Tells one subject and kind of test from another. */
  fingerprint: string;
  done: Promise<ConnectionTest>;
}

/** Runs connection tests, one at a time for each entity: two probes of one mailbox at once throttle each other. */
export class ConnectionTests {
  readonly #given: ConnectionTestDependencies;
  readonly #inFlight = new Map<string, InFlight>();

  constructor(given: ConnectionTestDependencies) {
    this.#given = given;
  }

  /** The test that is running, as far as it has come. */
  running(tenantId: string, entityId: string): ConnectionTest | null {
    return this.#inFlight.get(`${tenantId}/${entityId}`)?.current ?? null;
  }

  /**
   * Runs the test to its end and keeps the result. A request for the very same test joins the one that is running;
   * one for other values waits, for it must not be answered with what the former values brought.
   */
  async run(subject: TestSubject, request: TestRequest): Promise<ConnectionTest> {
    const key = `${subject.tenantId}/${subject.entityId}`;
    const fingerprint = fingerprintOf(subject, request);
    for (let ahead = this.#inFlight.get(key); ahead; ahead = this.#inFlight.get(key)) {
      if (ahead.fingerprint === fingerprint) return ahead.done;
      await ahead.done.catch(() => undefined);
    }
    const run = new Run(this.#given, subject, request, (current) => {
      entry.current = current;
    });
    const entry: InFlight = { current: run.test, fingerprint, done: this.#finish(key, run) };
    this.#inFlight.set(key, entry);
    return entry.done;
  }

  async #finish(key: string, run: Run): Promise<ConnectionTest> {
    // The entry is in place before the first step of the run is reported.
    await Promise.resolve();
    try {
      return await run.toTheEnd();
    } catch (error) {
      // A test that could not be kept must not turn for ever on open pages.
      run.abandon();
      throw error;
    } finally {
      this.#inFlight.delete(key);
    }
  }
}

function fingerprintOf({ registration, modules, probeMailbox }: TestSubject, request: TestRequest): string {
  const { directoryId, applicationId, clientSecret } = registration;
  const how = [request.deep ?? false, request.trigger === 'schedule'];
  return JSON.stringify([directoryId, applicationId, clientSecret, modules, probeMailbox, ...how]);
}

/** One test from its first request to its stored result: a token, one batch, and on demand the proof of writing. */
class Run {
  test: ConnectionTest;
  readonly #given: ConnectionTestDependencies;
  readonly #subject: TestSubject;
  readonly #request: TestRequest;
  readonly #changed: (test: ConnectionTest) => void;

  constructor(
    given: ConnectionTestDependencies,
    subject: TestSubject,
    request: TestRequest,
    changed: (test: ConnectionTest) => void,
  ) {
    this.#given = given;
    this.#subject = subject;
    this.#request = request;
    this.#changed = changed;
    this.test = {
      id: crypto.randomUUID(),
      entityId: subject.entityId,
      trigger: request.trigger,
      deep: request.deep ?? false,
      probeMailbox: subject.probeMailbox,
      startedAt: this.#time(),
      finishedAt: null,
      status: 'running',
      steps: openSteps(subject.modules),
    };
  }

  async toTheEnd(): Promise<ConnectionTest> {
    this.#publish({ type: 'test-started', entityId: this.#subject.entityId, test: this.test });
    const token = await this.#signInOfTheApp();
    if (token !== null) await this.#testModules(token);
    this.test = { ...skipOpenSteps(this.test, this.#time()), finishedAt: this.#time() };
    await this.#given.store.keep(this.#subject.tenantId, this.test, this.#request.startedBy ?? null);
    this.#publish({ type: 'test-finished', entityId: this.#subject.entityId, test: this.test });
    return this.test;
  }

  abandon(): void {
    this.#publish({ type: 'entity-changed', entityId: this.#subject.entityId });
  }

  async #signInOfTheApp(): Promise<AppToken | null> {
    const started = performance.now();
    const answer = await this.#askForToken();
    const verdict = 'verdict' in answer ? answer.verdict : null;
    const rights = 'token' in answer ? answer.token.rights : null;
    this.#finishStep(started, {
      name: 'app-token',
      status: verdict === null ? 'ok' : statusOfVerdict(verdict),
      verdict,
      evidence: { probeStatus: null, rightInToken: null, writeProvenAt: null, ...(rights ? { rights } : {}) },
    });
    return 'token' in answer ? answer.token : null;
  }

  #askForToken(): Promise<TokenAnswer> {
    const { token, trigger } = this.#request;
    if (token) return Promise.resolve({ token });
    const { registration } = this.#subject;
    return trigger === 'schedule'
      ? this.#given.tokens.recent(registration)
      : this.#given.tokens.fresh(registration);
  }

  async #testModules(token: AppToken): Promise<void> {
    const started = performance.now();
    const { modules, probeMailbox } = this.#subject;
    const probes = probesOf(modules, probeMailbox);
    const batch = await this.#batch(token, probes);
    const answers = new Map(probes.map(({ id }) => [id, answerTo(id, batch)]));
    const written = this.test.deep ? await this.#testWriting(token, answers) : null;
    const { tenantId, entityId } = this.#subject;
    const proofs = await this.#given.store.writeProofs(tenantId, entityId, rightsKey(token));
    const accessOutsideToken = answeredOutsideToken(answers, token.rights);
    for (const module of modules) {
      const evidence = {
        module,
        mailbox: probeMailbox,
        rights: token.rights,
        probe: answers.get(module),
        accessOutsideToken,
        writeProvenAt: proofs.get(module) ?? null,
      };
      const judged = judgeModule(evidence, this.#given.now());
      this.#finishStep(started, { name: module, ...judgeWriting(judged, evidence, written?.get(module)) });
    }
  }

  async #testWriting(token: AppToken, answers: ReadonlyMap<Module, ItemAnswer | undefined>) {
    // Where reading is refused, writing need not be tried: nothing is created that could be left behind.
    const readable = this.#subject.modules.filter((module) => !isRefused(answers.get(module)));
    const outcomes = await testWriting(
      (items) => this.#batch(token, items),
      readable,
      this.#subject.probeMailbox,
      answers.get('to-do'),
    );
    const { tenantId, entityId } = this.#subject;
    const proof = { modules: provenIn(outcomes), rights: rightsKey(token), at: this.#given.now() };
    await this.#given.store.keepWriteProofs(tenantId, entityId, proof);
    return outcomes;
  }

  #batch(token: AppToken, items: Parameters<typeof sendBatch>[3]): Promise<BatchAnswer> {
    if (items.length === 0) return Promise.resolve({ items: new Map() });
    return sendBatch(this.#given.exchange, this.#given.graphUrl, token.accessToken, items);
  }

  #finishStep(started: number, step: Omit<ConnectionTestStep, 'durationMs' | 'finishedAt'>): void {
    const finished = {
      ...step,
      durationMs: Math.round(performance.now() - started),
      finishedAt: this.#time(),
    };
    this.test = withStep(this.test, finished);
    this.#changed(this.test);
    this.#publish({
      type: 'test-step',
      entityId: this.#subject.entityId,
      testId: this.test.id,
      step: finished,
    });
  }

  #publish(event: Parameters<LiveEvents['publish']>[1]): void {
    this.#given.live.publish(this.#subject.tenantId, event);
  }

  #time(): string {
    return new Date(this.#given.now()).toISOString();
  }
}

/** An envelope that was refused is the answer to each of its items. */
function answerTo(id: string, batch: BatchAnswer): ItemAnswer | undefined {
  return 'items' in batch ? batch.items.get(id) : batch;
}

function isRefused(answer: ItemAnswer | undefined): boolean {
  return answer !== undefined && 'refusal' in answer;
}

/** A proof of writing holds for the rights it was made with: once one is withdrawn, it proves nothing any more. */
function rightsKey({ rights }: AppToken): string {
  return rights === null ? 'unreadable' : rights.toSorted().join(' ');
}

function provenIn(outcomes: ReadonlyMap<Module, WriteOutcome>): Module[] {
  return [...outcomes].filter(([, { kind }]) => kind === 'proven').map(([module]) => module);
}
