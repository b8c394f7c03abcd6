import type { Answer } from './answer.ts';
import type { Evidence } from './evidence.ts';
import { certain, guess, likely, type Finding, type Judgement } from './finding.ts';
import { isProxy } from './gateway.ts';
import { readPop3Reply, readSmtpReply, type MailReply } from './mail-reply.ts';
import { narrowed } from './mail-suspects.ts';
import { judgeMailNetwork } from './network.ts';
import { pop3Refusals, refusedPop3SignIn } from './pop3-refusals.ts';
import { judgeSmtpByClass } from './smtp-classes.ts';
import { smtpRefusals, type SmtpRefusal } from './smtp-refusals.ts';

/**
 * A refusal of a mail server: enhanced status, reply code or response code first, words where Microsoft tells several
 * causes by words alone, then stage and class of status. What one answer leaves open is narrowed by what is known.
 */
export function judgeMail(answer: Answer, evidence: Evidence): Judgement | undefined {
  if (answer.form === 'empty') return undefined;
  const judged = evidence.protocol === 'pop3' ? judgePop3(evidence) : judgeSmtp(evidence);
  return judged && narrowed(judged, evidence);
}

/** `535 5.7.139` or `-ERR [SYS/TEMP]`, to be shown apart from the words; undefined where there is none. */
export function mailReplyCode({ protocol, raw = '' }: Evidence): string | undefined {
  if (protocol === 'pop3') {
    const { responseCode } = readPop3Reply(raw);
    return responseCode === undefined ? undefined : `[${responseCode}]`;
  }
  const { code, status } = readSmtpReply(raw);
  return [code, status].filter((part) => part !== undefined).join(' ') || undefined;
}

function judgeSmtp({ raw = '', stage, sasl }: Evidence): Judgement | undefined {
  const reply = readSmtpReply(raw);
  const row = smtpRefusals.find((candidate) => matchesSmtp(candidate, reply));
  const hasFields = reply.code !== undefined || reply.status !== undefined;
  if (row) return withSasl(confidenceOf(row, row.text === undefined, hasFields), sasl ?? reply.sasl);
  if (!hasFields)
    return offersNoTls(raw, stage) ? certain({ cause: 'starttls-missing' }) : judgeForeign(reply, stage);
  return withSasl(judgeSmtpByClass(reply, stage), sasl ?? reply.sasl);
}

/** The failure whose evidence is a success: an answer to EHLO in which STARTTLS does not stand (RFC 3207 section 4.1). */
function offersNoTls(raw: string, stage: Evidence['stage']): boolean {
  return stage === 'smtp-connect' && /^250[ -]/.test(raw) && !/^250[ -]STARTTLS\b/im.test(raw);
}

/** A reply without an enhanced status may still be known by its words. */
function matchesSmtp({ status, text }: SmtpRefusal, reply: MailReply): boolean {
  const saysIt = text === undefined || text.test(reply.text);
  if (status === undefined) return saysIt;
  return reply.status === undefined ? text !== undefined && saysIt : status.test(reply.status) && saysIt;
}

function judgePop3({ raw = '', stage, sasl }: Evidence): Judgement | undefined {
  const reply = readPop3Reply(raw);
  const detail = sasl ?? reply.sasl;
  const row = pop3Refusals.find(
    ({ code, text }) => code?.test(reply.responseCode ?? '') ?? text?.test(reply.text) ?? false,
  );
  if (row) return withSasl(confidenceOf(row, row.code !== undefined, reply.refused), detail);
  if (!reply.refused) return judgeForeign(reply, stage);
  if (stage === 'pop3-auth') return withSasl(guess(refusedPop3SignIn), detail);
  const other = stage === 'pop3-connect' ? 'proxy-blocked' : 'protocol-misuse';
  return guess({ cause: 'service-unavailable', alternatives: ['throttled', other] });
}

/** An answer that leaves the cause open is never certain, however exactly it is known; mere words are guesswork. */
function confidenceOf(row: Finding, byField: boolean, hasFields: boolean): Judgement {
  if (!hasFields) return guess(row);
  return byField && row.cause !== 'ambiguous-auth' ? certain(row) : likely(row);
}

/** Neither +OK nor a reply code: somebody else is speaking, such as a filter, a web server or IMAP. */
function judgeForeign({ text }: MailReply, stage: Evidence['stage']): Judgement {
  if (isProxy(text) || /^(?:HTTP\/|<|SSH-|\* OK|\* BYE)/i.test(text)) {
    return likely({ cause: 'proxy-blocked', alternatives: ['protocol-misuse'] });
  }
  // Pasted from a log: not what a server said, but why nothing was heard of it.
  const unheard = judgeMailNetwork({ message: text });
  if (unheard.cause !== 'unknown') return unheard;
  const atFirst = stage === 'pop3-connect' || stage === 'smtp-connect';
  return atFirst
    ? guess({ cause: 'proxy-blocked', alternatives: ['protocol-misuse', 'connection-dropped'] })
    : guess({ cause: 'unknown', retry: 'later' });
}

/** Challenge of a refused token: words of RFC 7628 section 3.2.2 decide, an HTTP status only says where to look first. */
function withSasl(judged: Judgement, sasl: Evidence['sasl']): Judgement {
  if (judged.cause !== 'ambiguous-auth' || sasl?.status === undefined) return judged;
  switch (sasl.status.toLowerCase()) {
    case 'insufficient_scope':
      return likely({ cause: 'permission-missing', alternatives: ['consent-missing'] });
    case 'invalid_token':
      return likely({ cause: 'token-invalid', alternatives: ['token-wrong-audience', 'wrong-account'] });
    case 'invalid_request':
      return likely({ cause: 'protocol-misuse', alternatives: ['token-invalid'] });
    case '403':
      return first(judged, 'permission-missing');
    case '401':
      return first(judged, 'token-invalid');
    default:
      return judged;
  }
}

function first(judged: Judgement, cause: Judgement['cause']): Judgement {
  const { alternatives = [] } = judged;
  if (!alternatives.includes(cause)) return judged;
  return { ...judged, alternatives: [cause, ...alternatives.filter((each) => each !== cause)] };
}
