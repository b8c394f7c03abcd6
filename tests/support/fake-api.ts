import type { ConsentAttempt, ConsentRequest } from '../../src/shared/api/consent.ts';
import type { ConnectionTest, ConnectionTestStep } from '../../src/shared/api/connection-tests.ts';
import type { Diagnosis } from '../../src/shared/api/diagnoses.ts';
import type { Entity, Registration, RegistrationValues } from '../../src/shared/api/entities.ts';
import type { LiveEvent } from '../../src/shared/api/events.ts';
import type { Me } from '../../src/shared/api/me.ts';
import type { NewServiceKey, ServiceKey } from '../../src/shared/api/service-keys.ts';
import type { Problem, ProblemCode } from '../../src/shared/api/problem.ts';
import type { Verdict } from '../../src/shared/api/verdict.ts';
import type { Module } from '../../src/shared/domain/modules.ts';
import type { SetupMark } from '../../src/shared/domain/setup.ts';
import type { StepName, StepStatus } from '../../src/shared/domain/status.ts';

import { FakeMailboxes } from './fake-mailboxes.ts';

export const directoryId = 'aaaaaaaa-1111-4222-8333-444444444444';
export const applicationId = 'bbbbbbbb-1111-4222-8333-444444444444';
const usual: Module[] = ['calendar', 'contacts', 'to-do', 'mail', 'mail-sending'];

export function buildMe(changes: Partial<Me> = {}): Me {
  const me: Me = {
    tenantId: directoryId,
    userId: 'u1',
    name: 'Andrea Muster',
    username: 'admin@muster.example',
    roles: ['Admin'],
    canConsent: true,
  };
  return { ...me, ...changes };
}

export function buildVerdict(changes: Partial<Verdict> = {}): Verdict {
  const verdict: Verdict = {
    cause: 'permission-missing',
    alternatives: [],
    whoCanFix: 'admin',
    retry: 'after-fix',
    retryAfter: null,
    tokenLost: false,
    facts: {},
    confidence: 'certain',
  };
  return { ...verdict, ...changes };
}

/** The explanation of a text whose origin was told. */
export function buildDiagnosis(changes: Partial<Diagnosis> = {}): Diagnosis {
  const diagnosis: Diagnosis = {
    verdict: buildVerdict(),
    text: { title: 'A right is missing', meaning: 'It was not granted.', steps: [] },
    origin: { protocol: 'graph', stage: 'graph-probe', guessed: [] },
    secrets: [],
    maskedText: null,
  };
  return { ...diagnosis, ...changes };
}

export function buildStep(
  name: StepName,
  status: StepStatus,
  verdict: Verdict | null = null,
): ConnectionTestStep {
  const finished = status !== 'running';
  return {
    name,
    status,
    verdict,
    evidence: finished ? { probeStatus: 200, rightInToken: true, writeProvenAt: null } : null,
    durationMs: finished ? 90 : null,
    finishedAt: finished ? new Date().toISOString() : null,
  };
}

/** A test a second ago in which everything but the given steps was connected. */
export function buildTest(
  changes: Partial<ConnectionTest> = {},
  ...steps: ConnectionTestStep[]
): ConnectionTest {
  const names: StepName[] = ['app-token', ...usual];
  const test: ConnectionTest = {
    id: 't1',
    entityId: 'e1',
    trigger: 'person',
    deep: false,
    probeMailbox: 'lawyer@muster.example',
    startedAt: new Date(Date.now() - 1_800).toISOString(),
    finishedAt: new Date(Date.now() - 1_000).toISOString(),
    status: 'ok',
    steps: names.map((name) => steps.find((step) => step.name === name) ?? buildStep(name, 'ok')),
  };
  return { ...test, ...changes };
}

export function buildRegistration(changes: Partial<Registration> = {}): Registration {
  const registration: Registration = {
    directoryId,
    applicationId,
    secretExpiresOn: isoDayIn(400),
    storedAt: new Date().toISOString(),
    storedBy: 'Andrea Muster',
    sharedWith: [],
  };
  return { ...registration, ...changes };
}

export function buildEntity(changes: Partial<Entity> = {}): Entity {
  const entity: Entity = {
    id: 'e1',
    name: 'Muster & Partner, Zürich',
    modules: usual,
    probeMailbox: 'lawyer@muster.example',
    registration: buildRegistration(),
    draft: null,
    latestTest: buildTest(),
    setupMarks: [],
    consent: null,
    serviceKeys: { active: 0, lastUsedAt: null },
    createdAt: new Date().toISOString(),
  };
  return { ...entity, ...changes };
}

/** A test whose token named these rights, and whose steps are all green. */
export function buildTestWithRights(...rights: string[]): ConnectionTest {
  const token = buildStep('app-token', 'ok');
  return buildTest({}, { ...token, evidence: { ...token.evidence!, rights } });
}

/** An attempt begun a second ago, over the link without an answer. */
export function buildConsent(changes: Partial<ConsentAttempt> = {}): ConsentAttempt {
  const attempt: ConsentAttempt = {
    id: 'a1',
    form: 'plain',
    status: 'waiting',
    startedAt: new Date(Date.now() - 1_000).toISOString(),
    startedBy: 'Andrea Muster',
    answeredAt: null,
    lookedAt: null,
    looks: 0,
    missing: null,
    verdict: null,
  };
  return { ...attempt, ...changes };
}

export function buildServiceKey(changes: Partial<ServiceKey> = {}): ServiceKey {
  const key: ServiceKey = {
    id: 'k1',
    name: 'LEGAL 365 Zürich',
    scopes: ['graph'],
    hint: 'x7Qa',
    createdAt: new Date(Date.now() - 86_400_000).toISOString(),
    createdBy: 'Andrea Muster',
    expiresAt: new Date(Date.now() + 300 * 86_400_000).toISOString(),
    lastUsedAt: null,
    revokedAt: null,
  };
  return { ...key, ...changes };
}

export function buildMark(mark: SetupMark): Entity['setupMarks'][number] {
  return { mark, markedAt: new Date().toISOString(), markedBy: 'Andrea Muster' };
}

/** ISO date so many days from today, in the person's own day. */
export function isoDayIn(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
}

interface Answer {
  status: number;
  body: unknown;
}

export function problemAnswer(status: number, code: ProblemCode, more: Partial<Problem> = {}): Answer {
  return { status, body: { type: 'about:blank', title: code, status, code, ...more } };
}

/** Requests as they left the page. */
export interface SentRequest {
  method: string;
  path: string;
  authorization: string | null;
  body: unknown;
}

/**
 * The API at the network seam: answers what the pages ask for from a few values in memory, and remembers what was asked.
 * `answers` overrides single routes ("PUT /entities/e1/registration").
 */
export class FakeApi {
  me = buildMe();
  entities: Entity[] = [];
  history: ConnectionTest[] = [];
  serviceKeys: ServiceKey[] = [];
  readonly mailboxes = new FakeMailboxes();
  answers: Record<string, () => Answer | Promise<Answer>> = {};
  readonly sent: SentRequest[] = [];
  #events: ReadableStreamDefaultController<Uint8Array> | undefined;

  readonly fetch: typeof fetch = async (input, init) => {
    const path = (input as string).replace(/^\/api\/v1/, '');
    const method = init?.method ?? 'GET';
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined;
    this.sent.push({ method, path, authorization: new Headers(init?.headers).get('authorization'), body });
    if (path === '/events') return this.#openEvents();
    const override = this.answers[`${method} ${path}`];
    const answer = override === undefined ? this.#answer(method, path, body) : await override();
    return new Response(answer.status === 204 ? null : JSON.stringify(answer.body), {
      status: answer.status,
    });
  };

  /** Sends a live event to the page. */
  emit(event: LiveEvent): void {
    this.#events?.enqueue(
      new TextEncoder().encode(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`),
    );
  }

  get isFollowed(): boolean {
    return this.#events !== undefined;
  }

  requests(method: string, path: string): SentRequest[] {
    return this.sent.filter((request) => request.method === method && request.path === path);
  }

  #openEvents(): Response {
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#events = controller;
      },
    });
    return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
  }

  #answer(method: string, path: string, body: unknown): Answer {
    if (path === '/me') return { status: 200, body: this.me };
    if (path === '/entities' && method === 'GET') return { status: 200, body: { entities: this.entities } };
    if (path === '/entities' && method === 'POST') {
      const values = body as Pick<Entity, 'name' | 'modules'>;
      const created = buildEntity({
        ...values,
        id: 'new',
        registration: null,
        probeMailbox: null,
        latestTest: null,
      });
      this.entities = [...this.entities, created];
      return { status: 200, body: created };
    }
    const aboutMailboxes = this.mailboxes.answer(method, path, body);
    if (aboutMailboxes !== undefined) return aboutMailboxes;
    const [, , id, ...rest] = path.split('/');
    const entity = this.entities.find((candidate) => candidate.id === id);
    if (entity === undefined) return problemAnswer(404, 'not-found');
    return this.#answerEntity(method, rest.join('/'), entity, body);
  }

  #answerEntity(method: string, part: string, entity: Entity, body: unknown): Answer {
    switch (`${method} ${part}`) {
      case 'PATCH ':
        Object.assign(entity, body);
        return { status: 200, body: entity };
      case 'DELETE ':
        this.entities = this.entities.filter((kept) => kept !== entity);
        return { status: 204, body: undefined };
      case 'GET connection-tests':
        return { status: 200, body: { latest: entity.latestTest, history: this.history } };
      case 'POST connection-tests':
        entity.latestTest = buildTest({ id: 'next', entityId: entity.id });
        return { status: 200, body: entity.latestTest };
      case 'PUT registration/draft': {
        const { clientSecret, ...shown } = body as RegistrationValues;
        const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
        entity.draft = { ...shown, hasSecret: clientSecret !== undefined, expiresAt };
        return { status: 200, body: entity };
      }
      case 'PUT registration': {
        const { secretExpiresOn, probeMailbox } = body as RegistrationValues;
        const test = buildTest({ entityId: entity.id, trigger: 'save' });
        Object.assign(entity, {
          registration: buildRegistration({ secretExpiresOn }),
          probeMailbox,
          draft: null,
          latestTest: test,
        });
        return { status: 200, body: { entity, test } };
      }
      case 'POST consent': {
        const { form = 'plain' } = body as ConsentRequest;
        entity.consent = buildConsent({ id: `a${this.sent.length}`, form });
        const link = `https://login.example/consent?attempt=${entity.consent.id}`;
        return { status: 200, body: { link, attempt: entity.consent } };
      }
      case 'POST consent/looks':
        if (entity.consent) entity.consent = { ...entity.consent, looks: entity.consent.looks + 1 };
        return { status: 200, body: entity };
      case 'DELETE consent':
        if (entity.consent) entity.consent = { ...entity.consent, status: 'cancelled' };
        return { status: 200, body: entity };
      case 'GET service-keys':
        return { status: 200, body: { serviceKeys: this.serviceKeys } };
      case 'POST service-keys': {
        const { name, scopes, expiresOn } = body as NewServiceKey;
        const key = buildServiceKey({ id: 'k2', name, scopes, expiresAt: `${expiresOn}T23:59:59.999Z` });
        this.serviceKeys = [key, ...this.serviceKeys];
        entity.serviceKeys = { ...entity.serviceKeys, active: entity.serviceKeys.active + 1 };
        return { status: 201, body: { key: 'l365_the_whole_key_x7Qa', serviceKey: key } };
      }
      case 'POST secret-renewals':
        return { status: 200, body: { renewed: [{ id: entity.id, name: entity.name }], sameSecret: false } };
      default:
        return this.#answerNamed(method, part, entity);
    }
  }

  /** Routes whose last part names what they are about. */
  #answerNamed(method: string, part: string, entity: Entity): Answer {
    const [list, name = ''] = part.split('/');
    if (list === 'setup-marks') {
      const mark = name as SetupMark;
      const others = entity.setupMarks.filter((each) => each.mark !== mark);
      const ticked = { mark, markedAt: new Date().toISOString(), markedBy: this.me.name };
      entity.setupMarks = method === 'PUT' ? [...others, ticked] : others;
      return { status: 200, body: entity };
    }
    const key = this.serviceKeys.find(({ id }) => id === name);
    if (list !== 'service-keys' || method !== 'DELETE' || key === undefined)
      return problemAnswer(404, 'not-found');
    key.revokedAt = new Date().toISOString();
    return { status: 200, body: key };
  }
}
