import type { Mailbox, MailboxChange, MailboxImport, NewMailbox } from '../../src/shared/api/mailboxes.ts';
import type { PendingGrantAnswer, SignInAttempt } from '../../src/shared/api/mailbox-sign-ins.ts';
import type { MailboxTest, MailboxTestStep } from '../../src/shared/api/mailbox-tests.ts';
import type { MessageSummary, MessageView } from '../../src/shared/api/messages.ts';
import type { RetrievalResult, RetrievalState } from '../../src/shared/api/retrievals.ts';
import type { TestMailResult } from '../../src/shared/api/submissions.ts';
import type { Verdict } from '../../src/shared/api/verdict.ts';
import type { MailboxTestStepName } from '../../src/shared/domain/mailbox.ts';
import type { StepStatus } from '../../src/shared/domain/status.ts';

const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString();

export function buildMailboxStep(
  name: MailboxTestStepName,
  status: StepStatus = 'ok',
  verdict: Verdict | null = null,
): MailboxTestStep {
  const finished = status !== 'running';
  const host = { token: 'login.example', pop3: 'outlook.office365.com', smtp: 'smtp.office365.com' }[name];
  return {
    name,
    status,
    verdict,
    evidence: { host, ...(name === 'pop3' && finished && { messages: 14 }) },
    durationMs: finished ? 400 : null,
    finishedAt: finished ? secondsAgo(60) : null,
  };
}

/** A test a minute ago in which everything but the given steps worked. */
export function buildMailboxTest(...steps: MailboxTestStep[]): MailboxTest {
  const all = (['token', 'pop3', 'smtp'] as const).map(
    (name) => steps.find((step) => step.name === name) ?? buildMailboxStep(name),
  );
  const running = all.some(({ status }) => status === 'running');
  return {
    id: 'mt1',
    mailboxId: 'm1',
    trigger: 'person',
    startedAt: secondsAgo(61),
    finishedAt: running ? null : secondsAgo(60),
    status: 'ok',
    steps: all,
  };
}

export const retrievalOff: RetrievalState = {
  on: false,
  running: false,
  lastStartedAt: null,
  lastSuccessAt: null,
  nextAt: null,
  silent: false,
  verdict: null,
  kept: 0,
};

/** The lawyer's own mailbox, signed in and working. */
export function buildMailbox(changes: Partial<Mailbox> = {}): Mailbox {
  const address = changes.address ?? 'lawyer@muster.example';
  return {
    id: 'm1',
    entityId: 'e1',
    entityName: 'Muster & Partner, Zürich',
    address,
    kind: 'personal',
    popUser: { value: address, byRule: true },
    smtpUser: { value: address, byRule: true },
    from: { value: address, byRule: true },
    mine: true,
    holder: 'Lea Lawyer',
    createdAt: secondsAgo(3_600),
    createdBy: 'Lea Lawyer',
    signIn: {
      status: 'ok',
      person: { name: 'Lea Lawyer', username: address },
      signedInAt: secondsAgo(3_000),
      renewedAt: secondsAgo(1_200),
      verdict: null,
    },
    pending: null,
    latestTest: buildMailboxTest(),
    retrieval: retrievalOff,
    serviceKeys: [],
    ...changes,
  };
}

/** One that nobody has signed in to yet. */
export function buildNewMailbox(changes: Partial<Mailbox> = {}): Mailbox {
  return buildMailbox({
    signIn: { status: 'never', person: null, signedInAt: null, renewedAt: null, verdict: null },
    latestTest: null,
    ...changes,
  });
}

/** A retrieved message of this number, with a text and nothing else. */
export function buildMessageView(number: number, changes: Partial<MessageView> = {}): MessageView {
  const summary: MessageSummary = {
    id: `n${number}`,
    number,
    from: { name: 'Anna Muster', address: 'anna@nachbar.example' },
    subject: `Letter ${number}`,
    sentAt: secondsAgo(7_200),
    messageId: `<${number}@nachbar.example>`,
    octets: 14_000,
    retrievedAt: secondsAgo(3_600),
    content: 'kept',
    acknowledgedAt: null,
  };
  return {
    summary,
    to: [{ name: null, address: 'lawyer@muster.example' }],
    cc: [],
    text: `Text of letter ${number}`,
    html: null,
    remoteImages: 0,
    attachments: [],
    incomplete: false,
    ...changes,
  };
}

export function buildAttempt(changes: Partial<SignInAttempt> = {}): SignInAttempt {
  return {
    id: 's1',
    mailboxId: 'm1',
    status: 'waiting',
    startedAt: secondsAgo(1),
    expiresAt: new Date(Date.now() + 600_000).toISOString(),
    mismatch: null,
    verdict: null,
    ...changes,
  };
}

interface Answer {
  status: number;
  body: unknown;
}

const ok = (body: unknown): Answer => ({ status: 200, body });
const notFound: Answer = {
  status: 404,
  body: { type: 'about:blank', title: 'not-found', status: 404, code: 'not-found' },
};

/** The mailboxes behind a FakeApi. */
export class FakeMailboxes {
  all: Mailbox[] = [];
  attempt: SignInAttempt | null = null;
  testMail: TestMailResult = {
    outcome: 'sent',
    from: 'lawyer@muster.example',
    to: 'lawyer@muster.example',
    messageId: '<t@connect>',
    reply: null,
    verdict: null,
    otherUser: null,
  };
  /** By mailbox in all of these: newest first, and what is known of those that stayed at Microsoft. */
  messages: MessageView[] = [];
  leftOut: MessageSummary[] = [];
  retrieval: RetrievalResult = { outcome: 'done', received: 2, verdict: null };

  /** Undefined for what is not about mailboxes. */
  answer(method: string, path: string, body: unknown): Answer | undefined {
    if (path === '/mailbox-imports') return this.#import(body as MailboxImport);
    if (path.startsWith('/mailboxes?of=')) {
      const own = path.endsWith('own');
      return ok({
        mailboxes: this.all.filter(({ mine, pending }) => !own || mine || pending?.forMe === true),
      });
    }
    if (path === '/mailboxes') return this.#create(body as NewMailbox);
    const [, id = '', ...rest] = path.split('/').slice(1);
    if (!path.startsWith('/mailboxes/')) return undefined;
    const mailbox = this.all.find((candidate) => candidate.id === id);
    return mailbox === undefined ? notFound : this.#one(`${method} ${rest.join('/')}`, mailbox, body);
  }

  #one(call: string, mailbox: Mailbox, body: unknown): Answer {
    switch (call) {
      case 'GET ':
        return ok(mailbox);
      case 'PATCH ':
        return ok(this.#replace(mailbox, accountOf(mailbox, body as MailboxChange)));
      case 'DELETE ':
        this.all = this.all.filter((kept) => kept !== mailbox);
        return { status: 204, body: undefined };
      case 'GET sign-in':
        return ok({ attempt: this.attempt });
      case 'POST sign-in':
        this.attempt = buildAttempt({ id: `s${Math.random()}`, mailboxId: mailbox.id });
        return {
          status: 201,
          body: { attempt: this.attempt, url: `https://login.example/?state=${this.attempt.id}` },
        };
      case 'DELETE sign-in':
        this.attempt = this.attempt && { ...this.attempt, status: 'cancelled' };
        return ok({ attempt: this.attempt });
      case 'POST pending-grant': {
        const { accept } = body as PendingGrantAnswer;
        const { signIn } = buildMailbox({ address: mailbox.address });
        this.#replace(mailbox, { pending: null, ...(accept && { signIn, mine: true }) });
        return { status: 204, body: undefined };
      }
      case 'POST tests': {
        const latestTest = { ...buildMailboxTest(), id: 'mt2', mailboxId: mailbox.id };
        this.#replace(mailbox, { latestTest });
        return ok(latestTest);
      }
      case 'POST test-mail':
        return ok(this.testMail);
      case 'POST retrievals':
        return ok(this.retrieval);
      default:
        return call.startsWith('GET messages') ? this.#messages(call) : notFound;
    }
  }

  /** Two on a page. */
  #messages(call: string): Answer {
    const [, id] = /^GET messages\/([^/?]+)$/.exec(call) ?? [];
    const opened = this.messages.find(({ summary }) => summary.id === id);
    if (id !== undefined) return opened === undefined ? notFound : ok(opened);
    if (call.includes('of=left-out')) return ok({ messages: this.leftOut, next: null });
    const before = Number(/before=(\d+)/.exec(call)?.[1] ?? Infinity);
    const rest = this.messages.map(({ summary }) => summary).filter(({ number }) => number < before);
    return ok({ messages: rest.slice(0, 2), next: rest.length > 2 ? (rest[1]?.number ?? null) : null });
  }

  #replace(mailbox: Mailbox, changes: Partial<Mailbox>): Mailbox {
    const changed = { ...mailbox, ...changes };
    this.all = this.all.map((each) => (each === mailbox ? changed : each));
    return changed;
  }

  #create({ entityId, address, kind, forOther }: NewMailbox): Answer {
    const mine = forOther !== true;
    const created = buildNewMailbox({ id: `m${this.all.length + 1}`, entityId, address, kind, mine });
    this.all = [...this.all, created];
    return { status: 201, body: created };
  }

  #import({ accounts }: MailboxImport): Answer {
    return ok({ accounts: accounts.map(({ address }) => ({ address, outcome: 'created' })) });
  }
}

function accountOf(mailbox: Mailbox, change: MailboxChange): Partial<Mailbox> {
  const entries = Object.entries(change).map(([name, value]) => [
    name,
    value === null ? { value: mailbox.address, byRule: true } : { value, byRule: false },
  ]);
  return Object.fromEntries(entries) as Partial<Mailbox>;
}
