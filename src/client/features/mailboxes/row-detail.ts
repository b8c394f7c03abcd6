import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import type { MailboxTest, MailboxTestStep } from '../../../shared/api/mailbox-tests.ts';
import type { Verdict } from '../../../shared/api/verdict.ts';
import type { MailboxMessages } from '../../../shared/i18n/messages.ts';
import { causeText } from '../../i18n/cause-text.ts';
import type { Locale } from '../../i18n/load-locale.ts';
import { stepDot, type MailboxPart } from './mailbox-state.ts';

/** What a part's state rests on, in one line, and what was said against it. */
export interface RowDetail {
  text: string;
  verdict: Verdict | null;
}

interface Words {
  texts: MailboxMessages;
  locale: Locale;
  /** Milliseconds since 1970. */
  now: number;
}

export function rowDetail(part: MailboxPart, mailbox: Mailbox, words: Words): RowDetail {
  if (part === 'sign-in') return signInDetail(mailbox, words);
  if (part === 'retrieval') return retrievalDetail(mailbox, words);
  return serverDetail(mailbox.latestTest, part, words);
}

function signInDetail({ signIn, pending, latestTest }: Mailbox, { texts, locale, now }: Words): RowDetail {
  const { rows } = texts;
  const { status, person, signedInAt, renewedAt } = signIn;
  const token = latestTest?.steps.find(({ name }) => name === 'token');
  // A token that the last test could not get says more than nothing.
  const verdict = signIn.verdict ?? (status === 'ok' ? null : (token?.verdict ?? null));
  if (status === 'never') return { text: rows.neverSignedIn, verdict };
  if (status === 'waiting-for-owner') {
    const waiting =
      pending?.forMe === true ? rows.waitingForYou : rows.waiting(pending?.signedInAs ?? rows.nobody);
    return { text: waiting, verdict };
  }
  const name = person?.name ?? person?.username ?? rows.nobody;
  const who = signedInAt === null ? name : rows.signedIn(name, locale.format.date(signedInAt));
  const more =
    status === 'ok'
      ? renewedAt === null
        ? []
        : [rows.renewed(locale.format.relative(renewedAt, now))]
      : [
          verdict === null
            ? status === 'unknown'
              ? rows.signInUnknown
              : rows.lapsed
            : titleOf(verdict, locale),
        ];
  return { text: [who, ...more].join(' · '), verdict };
}

function serverDetail(
  test: MailboxTest | null,
  name: 'pop3' | 'smtp',
  { texts, locale, now }: Words,
): RowDetail {
  const { rows } = texts;
  const step = test?.steps.find((candidate) => candidate.name === name);
  if (test === null || step === undefined) return { text: rows.notTested, verdict: null };
  const detail = stepText(step, texts, locale);
  const isStale = stepDot(test, step, now) === 'stale' && step.status !== 'running';
  const text = isStale ? `${rows.lastState(locale.messages.status.words[step.status])} · ${detail}` : detail;
  return { text, verdict: step.verdict };
}

function stepText(step: MailboxTestStep, { rows }: MailboxMessages, locale: Locale): string {
  const { evidence } = step;
  if (step.status === 'running') {
    return evidence?.stage === undefined ? rows.running : (rows.stages[evidence.stage] ?? rows.running);
  }
  if (step.verdict !== null) return titleOf(step.verdict, locale);
  if (step.status === 'skipped') return rows.skipped;
  const parts = [evidence?.host, evidence?.user === undefined ? undefined : rows.asUser(evidence.user)];
  if (evidence?.messages !== undefined) {
    parts.push(rows.messages(evidence.messages, locale.format.number(evidence.messages)));
  }
  if (step.durationMs !== null) parts.push(durationText(step.durationMs, locale));
  return parts.filter((part) => part !== undefined).join(' · ');
}

function retrievalDetail({ retrieval }: Mailbox, { texts, locale, now }: Words): RowDetail {
  const { rows } = texts;
  const { on, running, lastSuccessAt, nextAt, silent, verdict, kept } = retrieval;
  if (!on) return { text: rows.retrievalOff, verdict: null };
  const { format } = locale;
  const parts: string[] = [];
  if (running) parts.push(rows.retrieving);
  else if (verdict !== null) parts.push(titleOf(verdict, locale));
  if (silent) parts.push(rows.silent);
  parts.push(lastSuccessAt === null ? rows.never : rows.lastSuccess(format.relative(lastSuccessAt, now)));
  if (nextAt !== null && !running && Date.parse(nextAt) > now)
    parts.push(rows.next(format.relative(nextAt, now)));
  if (kept > 0) parts.push(rows.kept(kept, format.number(kept)));
  return { text: parts.join(' · '), verdict };
}

function titleOf(verdict: Verdict, locale: Locale): string {
  return causeText(verdict, locale).title;
}

/** `90 ms`, from a tenth of a second on `0.8 s`. */
function durationText(ms: number, { messages: { test }, format }: Locale): string {
  return ms < 100 ? test.milliseconds(format.number(ms)) : test.seconds(format.number(ms / 1000, 1));
}
