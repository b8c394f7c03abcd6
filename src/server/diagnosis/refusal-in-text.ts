import type { Protocol } from '../../shared/causes.ts';

const lineRead = 4096;
const linesKept = 20;

/** A field of a delivery status notification (RFC 3464 section 2.3), or the sentence in which Exchange and others quote it. */
const reportMarks =
  /^[ \t>]{0,8}(?:Diagnostic-Code:[ \t]{0,8}(?:smtp|x-)|Final-Recipient:[ \t]{0,8}rfc822|Remote-MTA:[ \t]{0,8}dns)|Remote Server (?:at [^\r\n]{1,200} )?returned|Content-Type:[ \t]{0,8}message\/delivery-status/im;

const diagnosticCode =
  /^[ \t>]{0,8}Diagnostic-Code:[ \t]{0,8}(?:smtp|x-[\w-]{1,40})[ \t]{0,8};([^\r\n]{0,2000}(?:\r?\n[ \t]{1,8}[^\r\n]{0,2000}){0,10})/im;
const quoted =
  /\b(?:returned|said|response was|error that the other server returned was)(?: error)?:?\s{1,4}['"‘“]?(?=[<#]?[45])/i;
const statusField = /^[ \t>]{0,8}Status:[ \t]{0,8}([45]\.\d{1,3}\.\d{1,3})/im;

/** Whether it is a mail that says that another mail could not be delivered. */
export const isDeliveryReport = (text: string): boolean => reportMarks.test(text);

/**
 * The part of a long text in which the server speaks: a bounce carries the whole history of the mail, a log what went well
 * before. Other texts are answered as they are.
 */
export function refusalInText(text: string, protocol: Protocol): string {
  if (protocol === 'smtp' && isDeliveryReport(text)) return refusalInReport(text) ?? text;
  if (protocol === 'smtp') return spokenLines(text, smtpLine) ?? text;
  if (protocol === 'pop3') return spokenLines(text, pop3Line) ?? text;
  return text;
}

function refusalInReport(text: string): string | undefined {
  const field = diagnosticCode.exec(text)?.[1];
  if (field !== undefined) return field.replaceAll(/\s+/g, ' ').trim();
  const start = quoted.exec(text);
  if (start) return reply(text.slice(start.index + start[0].length).slice(0, lineRead));
  return statusField.exec(text)?.[1];
}

/** Up to the empty line or closing quote after it, on one line. */
const reply = (text: string): string =>
  (text.split(/['"’”]?\s*(?:\r?\n[ \t]*\r?\n|$)/, 1)[0] ?? text)
    .replace(/^[<#]/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

const smtpLine =
  /(?:^|[\s>:\]"'(])((?:[45]\d\d[ -]#?[245]\.\d{1,3}\.\d{1,3}(?!\.?\d)|334 [A-Za-z0-9+/]{8}).*)$|^(?:[^\s]{1,30}[ \t]{1,3}){0,3}([45]\d\d[ -]\S.*)$/;
const pop3Line = /(?:^|[\s>:\]"',])(-ERR\b.*|\+ [A-Za-z0-9+/]{8,}={0,2})$/;

/** The server's lines of a transcript or log, without times and names before them. */
function spokenLines(text: string, line: RegExp): string | undefined {
  const spoken = text
    .split(/\r\n|\r|\n/)
    .map((each) => line.exec(each.slice(0, lineRead).trimEnd()))
    .flatMap((found) => found?.[1] ?? found?.[2] ?? []);
  return spoken.length === 0 ? undefined : spoken.slice(-linesKept).join('\r\n');
}
