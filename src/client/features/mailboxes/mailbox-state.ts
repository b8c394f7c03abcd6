import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import type { MailboxTest, MailboxTestStep } from '../../../shared/api/mailbox-tests.ts';
import type { RetrievalState } from '../../../shared/api/retrievals.ts';
import { freshForMs, shownStatus, type ShownStatus } from '../../../shared/domain/status.ts';

/** What a mailbox needs to work, in the order in which it is shown. */
export const mailboxParts = ['sign-in', 'pop3', 'smtp', 'retrieval'] as const;
export type MailboxPart = (typeof mailboxParts)[number];
export type MailboxDots = Readonly<Record<MailboxPart, ShownStatus>>;

/** A test takes a minute and a half at most; one that has run for five died with its server. */
const longestTestMs = 5 * 60_000;

export function isTesting(test: MailboxTest | null, now: number): boolean {
  return test?.finishedAt === null && now - Date.parse(test.startedAt) <= longestTestMs;
}

/** The four dots at `now` (milliseconds since 1970). */
export function mailboxDots(mailbox: Mailbox, now: number): MailboxDots {
  const { signIn, latestTest, retrieval } = mailbox;
  return {
    'sign-in': signInDot(mailbox),
    pop3: serverDot(signIn.status, latestTest, 'pop3', now),
    smtp: serverDot(signIn.status, latestTest, 'smtp', now),
    retrieval: whileSignedIn(retrievalDot(retrieval, now), signIn.status),
  };
}

function signInDot({ signIn }: Mailbox): ShownStatus {
  if (signIn.status === 'ok') return 'ok';
  return signIn.status === 'needs-sign-in' || signIn.status === 'failed' ? 'failed' : 'unknown';
}

function serverDot(
  signIn: Mailbox['signIn']['status'],
  test: MailboxTest | null,
  name: 'pop3' | 'smtp',
  now: number,
): ShownStatus {
  const step = test?.steps.find((candidate) => candidate.name === name);
  if (test === null || step === undefined) return 'unknown';
  return whileSignedIn(stepDot(test, step, now), signIn);
}

/** What worked with a sign-in that has ended since proves nothing any more. */
function whileSignedIn(dot: ShownStatus, signIn: Mailbox['signIn']['status']): ShownStatus {
  const isSignedIn = signIn === 'ok' || signIn === 'unknown';
  return dot === 'ok' && !isSignedIn ? 'unknown' : dot;
}

/** A step that still runs in a test that died with its server is out of date. */
export function stepDot(
  test: MailboxTest,
  { status, finishedAt }: MailboxTestStep,
  now: number,
): ShownStatus {
  if (status === 'running') return isTesting(test, now) ? 'running' : 'stale';
  return shownStatus(status, Date.parse(finishedAt ?? test.finishedAt ?? test.startedAt), now);
}

function retrievalDot(
  { on, running, verdict, silent, lastSuccessAt }: RetrievalState,
  now: number,
): ShownStatus {
  if (!on) return 'not-used';
  if (running) return 'running';
  if (verdict !== null || silent) return 'failed';
  if (lastSuccessAt === null) return 'unknown';
  return now - Date.parse(lastSuccessAt) > freshForMs ? 'stale' : 'ok';
}

/** What one sentence says about a mailbox; `parts` are those that it is about. */
export type MailboxState =
  | {
      kind:
        | 'prepared'
        | 'never'
        | 'confirm'
        | 'waiting'
        | 'needs-sign-in'
        | 'testing'
        | 'untested'
        | 'first-retrieval'
        | 'stale'
        | 'ready';
    }
  | { kind: 'failed' | 'unknown'; parts: MailboxPart[] };

/** The most urgent thing decides: first what a person has to do, then what is broken, then what is not known. */
export function mailboxState(mailbox: Mailbox, now: number): MailboxState {
  const { signIn, pending, latestTest, mine } = mailbox;
  if (pending?.forMe === true) return { kind: 'confirm' };
  if (signIn.status === 'waiting-for-owner') return { kind: 'waiting' };
  if (signIn.status === 'never') return { kind: mine ? 'prepared' : 'never' };
  if (signIn.status === 'needs-sign-in') return { kind: 'needs-sign-in' };
  if (isTesting(latestTest, now)) return { kind: 'testing' };
  const dots = mailboxDots(mailbox, now);
  const named = (status: ShownStatus) => mailboxParts.filter((part) => dots[part] === status);
  if (named('failed').length > 0) return { kind: 'failed', parts: named('failed') };
  if (latestTest === null) return { kind: 'untested' };
  const open = mailboxParts.filter((part) => /unknown|skipped/.test(dots[part]));
  // Nothing went wrong: the schedule has not come to this mailbox yet.
  if (open.length === 1 && open[0] === 'retrieval') return { kind: 'first-retrieval' };
  if (open.length > 0) return { kind: 'unknown', parts: open };
  return { kind: named('stale').length > 0 ? 'stale' : 'ready' };
}

const dotOfState: Record<MailboxState['kind'], ShownStatus> = {
  prepared: 'unknown',
  never: 'unknown',
  confirm: 'unknown',
  waiting: 'unknown',
  'needs-sign-in': 'failed',
  testing: 'running',
  untested: 'unknown',
  'first-retrieval': 'unknown',
  stale: 'stale',
  ready: 'ok',
  failed: 'failed',
  unknown: 'unknown',
};

export function statusOfState({ kind }: MailboxState): ShownStatus {
  return dotOfState[kind];
}

export type NextAction = 'confirm' | 'sign-in' | 'test' | 'open';

/** The one thing to do next for somebody whose mailbox it is; null when nothing is. */
export function nextAction(state: MailboxState): NextAction | null {
  switch (state.kind) {
    case 'confirm':
      return 'confirm';
    case 'prepared':
    case 'never':
    case 'needs-sign-in':
      return 'sign-in';
    case 'untested':
    case 'stale':
      return 'test';
    case 'failed':
    case 'unknown':
      return 'open';
    case 'waiting':
    case 'testing':
    case 'first-retrieval':
    case 'ready':
      return null;
  }
}

/** Own mailboxes as a person wants them: what waits for him or her first, then as the address sorts. */
export function inOrder(mailboxes: readonly Mailbox[], now: number): Mailbox[] {
  const rank = (mailbox: Mailbox) => {
    const { kind } = mailboxState(mailbox, now);
    if (kind === 'confirm') return 0;
    return kind === 'prepared' || kind === 'never' || kind === 'needs-sign-in' ? 1 : 2;
  };
  return mailboxes.toSorted(
    (one, other) => rank(one) - rank(other) || one.address.localeCompare(other.address),
  );
}
