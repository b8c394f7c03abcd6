import type { ConnectionTest, ConnectionTestStep } from '../../../shared/api/connection-tests.ts';
import type { LiveEvent } from '../../../shared/api/events.ts';
import type { Module } from '../../../shared/domain/modules.ts';
import type { AppToken } from '../../protocols/entra/index.ts';
import { sendBatch, type BatchAnswer, type BatchItem, type ItemAnswer } from '../../protocols/graph/index.ts';
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

export interface TestRunDependencies {
  store: ConnectionTestStore;
  tokens: AppTokens;
  exchange: HttpExchange;
  /** Graph without a version. */
  graphUrl: string;
  live: LiveEvents;
  now: () => number;
}

/** The registration was replaced or removed while its test ran or waited for its turn. */
export class SubjectReplacedError extends Error {
  override readonly name = 'SubjectReplacedError';
}

/** One test from its first request to its stored result: a token, one batch, and on demand the proof of writing. */
export class TestRun {
  /** As far as it has come. */
  test: ConnectionTest;
  readonly #given: TestRunDependencies;
  readonly #subject: TestSubject;
  readonly #request: TestRequest;

  constructor(given: TestRunDependencies, subject: TestSubject, request: TestRequest) {
    this.#given = given;
    this.#subject = subject;
    this.#request = request;
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

  /**
   * Rejects when the result cannot be kept; whatever Microsoft does is a result.
   * @throws SubjectReplacedError when what it found is about values that are no longer stored
   */
  async toTheEnd(): Promise<ConnectionTest> {
    this.#publish({ type: 'test-started', entityId: this.#subject.entityId, test: this.test });
    const token = await this.#signInOfTheApp();
    if (token !== null) await this.#testModules(token);
    this.test = { ...skipOpenSteps(this.test, this.#time()), finishedAt: this.#time() };
    const { tenantId, registrationVersion } = this.#subject;
    const origin = { registrationVersion, startedBy: this.#request.startedBy ?? null };
    if (!(await this.#given.store.keep(tenantId, this.test, origin))) throw new SubjectReplacedError();
    this.#publish({ type: 'test-finished', entityId: this.#subject.entityId, test: this.test });
    return this.test;
  }

  /** A test that could not be kept must not turn for ever on open pages: they are told to look again. */
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
    const proofs = await this.#given.store.writeProofs(tenantId, entityId, this.#basisOf(token));
    const accessOutsideToken = answeredOutsideToken(answers, token.rights);
    const refused: Module[] = [];
    for (const module of modules) {
      const evidence = {
        module,
        mailbox: probeMailbox,
        rights: token.rights,
        probe: answers.get(module),
        accessOutsideToken,
        writeProvenAt: proofs.get(module) ?? null,
      };
      const outcome = written?.get(module);
      const judged = judgeWriting(judgeModule(evidence, this.#given.now()), evidence, outcome);
      if (outcome?.kind === 'refused' && judged.status === 'failed') refused.push(module);
      this.#finishStep(started, { name: module, ...judged });
    }
    await this.#given.store.endWriteProofs(tenantId, entityId, refused);
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
    const proof = { modules: provenIn(outcomes), basis: this.#basisOf(token), at: this.#given.now() };
    await this.#given.store.keepWriteProofs(tenantId, entityId, proof);
    return outcomes;
  }

  /** What a proof of writing holds for: with another right, application or mailbox it proves nothing any more. */
  #basisOf({ rights }: AppToken): string {
    const { registration, probeMailbox } = this.#subject;
    const { directoryId, applicationId } = registration;
    return [directoryId, applicationId, probeMailbox, ...(rights?.toSorted() ?? ['unreadable'])].join(' ');
  }

  #batch(token: AppToken, items: readonly BatchItem[]): Promise<BatchAnswer> {
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
    this.#publish({
      type: 'test-step',
      entityId: this.#subject.entityId,
      testId: this.test.id,
      step: finished,
    });
  }

  #publish(event: LiveEvent): void {
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

function provenIn(outcomes: ReadonlyMap<Module, WriteOutcome>): Module[] {
  return [...outcomes].filter(([, { kind }]) => kind === 'proven').map(([module]) => module);
}
