import type { MailboxTest, MailboxTestStep } from '../../../shared/api/mailbox-tests.ts';
import type { LiveEvents } from '../live-events/index.ts';
import type { SubmissionSlots } from '../mail-submission/index.ts';
import type { MailboxToken, MailboxTokenAnswer, MailboxTokenSource } from '../mailbox-grants/index.ts';
import { accountOf, type MailboxRow } from '../mailboxes/index.ts';
import {
  judgeServer,
  mayBeStaleToken,
  otherServerOf,
  signedInAs,
  type MailServer,
  type ServerOutcome,
} from './judge-server.ts';
import { judgeToken, type TokenFinding } from './judge-token.ts';
import { askServer, type MailServerAddress } from './mail-servers-service.ts';
import type { MailboxTestStore } from './mailbox-test-store.ts';
import { openSteps, skipOpenSteps, withStep } from './mailbox-test-steps.ts';

export interface MailboxTestRequest {
  /** A person wants to know what holds now, so a fresh token is asked for; after a sign-in it is fresh. */
  trigger: MailboxTest['trigger'];
  startedBy: string | null;
}

export interface MailboxTestDependencies {
  tests: MailboxTestStore;
  tokens: MailboxTokenSource;
  /** Null where the configured cloud has no such server. */
  servers: Readonly<Record<MailServer, MailServerAddress | null>>;
  /** What a token for mail names as its resource. */
  resource: string;
  /** Connections to SMTP that the mailbox may have at a time, those that send included. */
  slots: Pick<SubmissionSlots, 'use'>;
  live: LiveEvents;
  /** Milliseconds until a server's answer must be complete; 15 seconds unless told otherwise. */
  answerWithinMs?: number;
  now: () => number;
}

const usualPatienceMs = 15_000;

/** One test from the token to its stored result, with both servers asked at once. */
export class MailboxTestRun {
  /** As far as it has come. */
  test: MailboxTest;
  readonly #given: MailboxTestDependencies;
  readonly #mailbox: MailboxRow;
  readonly #request: MailboxTestRequest;
  readonly #outcomes = new Map<MailServer, ServerOutcome>();
  #token: TokenFinding | undefined;
  #person: string | null = null;
  #renewed: Promise<MailboxToken | null> | undefined;

  constructor(given: MailboxTestDependencies, mailbox: MailboxRow, request: MailboxTestRequest) {
    this.#given = given;
    this.#mailbox = mailbox;
    this.#request = request;
    this.test = {
      id: crypto.randomUUID(),
      mailboxId: mailbox.id,
      trigger: request.trigger,
      startedAt: this.#time(),
      finishedAt: null,
      status: 'running',
      steps: openSteps(),
    };
  }

  /** Rejects when the result cannot be kept; whatever Microsoft does is a result. null: the mailbox is gone. */
  async toTheEnd(): Promise<MailboxTest | null> {
    this.#publish();
    const token = await this.#takeToken(this.#request.trigger === 'person');
    if (token !== null) await Promise.all([this.#askServer('pop3', token), this.#askServer('smtp', token)]);
    this.#judgeTogether();
    this.test = { ...skipOpenSteps(this.test, this.#time()), finishedAt: this.#time() };
    const kept = await this.#given.tests.keep(this.#mailbox.tenant_id, this.test, this.#request.startedBy);
    return kept ? this.test : null;
  }

  /** Pages that are open are told to look again. */
  tellPages(): void {
    this.#publish();
  }

  async #takeToken(fresh: boolean): Promise<MailboxToken | null> {
    const started = performance.now();
    const { tenant_id: tenantId, id } = this.#mailbox;
    const answer = await this.#given.tokens.access(tenantId, id, { fresh });
    this.#token = judgeToken(answer, { resource: this.#given.resource, now: this.#given.now() });
    this.#person = answer.kind === 'token' ? answer.token.owner.username : null;
    const { status, verdict, evidence } = this.#token;
    this.#finishStep('token', started, { status, verdict, evidence });
    return tokenOf(answer);
  }

  async #askServer(server: MailServer, token: MailboxToken): Promise<void> {
    const started = performance.now();
    const address = this.#given.servers[server];
    const user = this.#userFor(server);
    if (this.#token?.mayAsk[server] !== true || user === null) return;
    if (address === null) {
      this.#finishStep(server, started, { status: 'not-used' });
      return;
    }
    this.#changeStep(server, { evidence: { host: address.host, user } });
    const outcome = await this.#outcomeOf(server, address, user, token);
    this.#outcomes.set(server, outcome);
    const evidence = {
      ...this.#evidenceOf(server),
      ...(outcome.kind === 'ok' ? outcome.maildrop : undefined),
    };
    this.#finishStep(server, started, { ...this.#judged(server, outcome), evidence });
  }

  /** A refusal that an old token may have brought is asked again once with a new one: never more, for accounts lock. */
  async #outcomeOf(server: MailServer, address: MailServerAddress, user: string, token: MailboxToken) {
    const ask = ({ accessToken }: MailboxToken) => this.#ask(server, address, { user, accessToken });
    const outcome = await ask(token);
    if (this.#request.trigger !== 'schedule' || !mayBeStaleToken(outcome)) return outcome;
    this.#renewed ??= this.#takeToken(true);
    const renewed = await this.#renewed;
    return renewed !== null && this.#token?.mayAsk[server] === true ? ask(renewed) : outcome;
  }

  async #ask(
    server: MailServer,
    address: MailServerAddress,
    credentials: { user: string; accessToken: string },
  ): Promise<ServerOutcome> {
    const asked = () =>
      askServer({
        server,
        address,
        credentials,
        withinMs: this.#given.answerWithinMs ?? usualPatienceMs,
        now: this.#given.now,
        onStage: (stage) => this.#changeStep(server, { evidence: { ...this.#evidenceOf(server), stage } }),
      });
    if (server === 'pop3') return asked();
    const { tenant_id: tenantId, id: mailboxId } = this.#mailbox;
    const use = await this.#given.slots.use({ tenantId, mailboxId }, asked, 'connection');
    return use.kind === 'done' ? use.result : { kind: 'busy' };
  }

  /** What one server did explains the other's refusal. */
  #judgeTogether(): void {
    for (const [server, outcome] of this.#outcomes) {
      if (outcome.kind === 'refused') this.#changeStep(server, this.#judged(server, outcome), 'quietly');
    }
  }

  #judged(server: MailServer, outcome: ServerOutcome) {
    const other = server === 'pop3' ? 'smtp' : 'pop3';
    const { address, kind } = this.#mailbox;
    const known = {
      ...this.#token?.known,
      ...signedInAs(this.#userFor(server) ?? address, kind, this.#person),
      ...otherServerOf(this.#outcomes.get(other)),
    };
    return judgeServer(outcome, address, known);
  }

  #userFor(server: MailServer): string | null {
    const { popUser, smtpUser } = accountOf(this.#mailbox, this.#person);
    return server === 'pop3' ? popUser : smtpUser;
  }

  #evidenceOf(server: MailServer) {
    return this.test.steps.find(({ name }) => name === server)?.evidence ?? {};
  }

  #finishStep(
    name: MailboxTestStep['name'],
    started: number,
    change: Partial<Pick<MailboxTestStep, 'status' | 'verdict' | 'evidence'>>,
  ): void {
    const durationMs = Math.round(performance.now() - started);
    this.#changeStep(name, { ...change, durationMs, finishedAt: this.#time() });
  }

  #changeStep(
    name: MailboxTestStep['name'],
    change: Partial<Omit<MailboxTestStep, 'name'>>,
    how?: 'quietly',
  ): void {
    this.test = withStep(this.test, name, change);
    if (how === undefined) this.#publish();
  }

  #publish(): void {
    const { tenant_id: tenantId, id: mailboxId } = this.#mailbox;
    this.#given.live.publish(tenantId, { type: 'mailbox-changed', mailboxId });
  }

  #time(): string {
    return new Date(this.#given.now()).toISOString();
  }
}

const tokenOf = (answer: MailboxTokenAnswer): MailboxToken | null =>
  answer.kind === 'token' ? answer.token : null;
