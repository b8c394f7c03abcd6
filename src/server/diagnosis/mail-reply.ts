import type { SaslDetail } from './evidence.ts';

/** What a mail server's refusal says in its fields, before anybody reads its words. */
export interface MailReply {
  /** Reply code of SMTP (RFC 5321 section 4.2). */
  code?: number;
  /** Enhanced status code of SMTP (RFC 3463), e.g. `5.7.139`. */
  status?: string;
  /** Response code of POP3 in upper case (RFC 2449 section 8), e.g. `SYS/TEMP`. */
  responseCode?: string;
  /** Challenge of SASL XOAUTH2 that came before the refusal, decoded. */
  sasl?: SaslDetail;
  /** What was said, on one line. */
  text: string;
}

const textRead = 4096;
const linesRead = 100;
const challengeRead = 2048;

/** A line of a reply (RFC 5321 section 4.2.1): code, then hyphen or blank, then the enhanced status. */
const smtpLine = /^([2-5]\d\d)(?:[ -]+(?:#?([245]\.\d{1,3}\.\d{1,3})(?!\.?\d))?(.*))?$/;
/** The same inside a log line or a delivery report. */
const smtpInText = /(?<![\w.])([45]\d\d)[ -]#?([45]\.\d{1,3}\.\d{1,3})(?!\.?\d)/;
const statusInText = /(?<![\w.])([45]\.\d{1,3}\.\d{1,3})(?!\.?\d)/;
const pop3Error = /-ERR(?:\s+\[([A-Za-z][A-Za-z0-9/-]{0,40})\])?/;
/** `334` of SMTP, `+` of POP3, each with base64 after it. */
const challenge = /^(?:334|\+) ([A-Za-z0-9+/]{8,}={0,2})$/;

/** Reads the last refusal in a reply of several lines, or the first one inside other text. */
export function readSmtpReply(raw: string): MailReply {
  const lines = linesOf(raw);
  const refused = lines
    .map((line) => smtpLine.exec(line))
    .findLast((found) => found !== null && /^[45]/.test(found[1] ?? ''));
  if (!refused) return readSmtpText(raw, lines);
  const code = refused[1] ?? '';
  const reply = lines.map((line) => smtpLine.exec(line)).filter((found) => found?.[1] === code);
  const status = reply.map((found) => found?.[2]).find((found) => found !== undefined);
  const said = reply.map((found) => found?.[3] ?? '').join(' ');
  return present({ code: Number(code), status, sasl: saslIn(lines), text: said.slice(0, textRead) });
}

function readSmtpText(raw: string, lines: readonly string[]): MailReply {
  const text = raw.slice(0, textRead).replaceAll(/\s+/g, ' ').trim();
  const both = smtpInText.exec(text);
  const status = both?.[2] ?? statusInText.exec(text)?.[1];
  const code = both?.[1] === undefined ? undefined : Number(both[1]);
  return present({ code, status, sasl: saslIn(lines), text });
}

/** POP3 says its refusal on one line (RFC 1939 section 3). */
export function readPop3Reply(raw: string): MailReply & { refused: boolean } {
  const lines = linesOf(raw);
  const line = lines.findLast((each) => pop3Error.test(each));
  const found = line === undefined ? null : pop3Error.exec(line);
  const text = (line ?? lines.join(' ')).slice(0, textRead);
  const reply = present({ responseCode: found?.[1]?.toUpperCase(), sasl: saslIn(lines), text });
  return { ...reply, refused: found !== null };
}

const linesOf = (raw: string): string[] =>
  raw
    .split(/\r\n|\r|\n/, linesRead)
    .map((line) => line.slice(0, textRead).trim())
    .filter((line) => line !== '');

function saslIn(lines: readonly string[]): SaslDetail | undefined {
  const encoded = lines.map((line) => challenge.exec(line)?.[1]).find((found) => found !== undefined);
  if (encoded === undefined || encoded.length > challengeRead) return undefined;
  try {
    const json: unknown = JSON.parse(atob(encoded));
    return typeof json === 'object' && json !== null ? detailOf(json as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function detailOf({ status, scope }: Record<string, unknown>): SaslDetail {
  return {
    ...(typeof status === 'string' || typeof status === 'number' ? { status: String(status) } : {}),
    ...(typeof scope === 'string' ? { scope } : {}),
  };
}

function present(
  reply: { [Name in keyof MailReply]: MailReply[Name] | undefined } & { text: string },
): MailReply {
  const entries = Object.entries(reply).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as unknown as MailReply;
}
