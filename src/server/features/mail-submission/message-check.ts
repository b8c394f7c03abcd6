/** Octets of a message; Exchange Online lets a mailbox send 35 MB, and base64 of the request is a third longer. */
export const largestMessage = 25 * 1024 * 1024;
/** RFC 5322 section 2.1.1, without the line end. */
export const longestLine = 998;

export type MessageFault =
  | { code: 'empty' | 'no-header' | 'nul-octet' | 'too-large' }
  /** Lines are counted from 1. */
  | { code: 'line-too-long'; line: number };

const headerOctets = 64 * 1024;
/** RFC 5322 section 2.2: a field begins with its name of printable ASCII. */
const firstField = /^[!-9;-~]{1,76}[ \t]*:/;

/**
 * What makes a message unfit for SMTP, so that a server would refuse, cut or change it: NUL octets (RFC 5321 section
 * 2.3.8 and RFC 5322 section 4) and lines that are too long. Null when there is nothing; eight-bit content is no fault.
 */
export function messageFault(message: Uint8Array): MessageFault | null {
  if (message.length === 0) return { code: 'empty' };
  if (message.length > largestMessage) return { code: 'too-large' };
  if (!firstField.test(textOf(message.subarray(0, 100)))) return { code: 'no-header' };
  if (message.includes(0)) return { code: 'nul-octet' };
  const line = longLineIn(message);
  return line === null ? null : { code: 'line-too-long', line };
}

/** The field Message-ID (RFC 5322 section 3.6.4), in angle brackets; null where there is none that is one. */
export function messageIdOf(message: Uint8Array): string | null {
  const [header = ''] = textOf(message.subarray(0, headerOctets)).split(/\r?\n\r?\n/, 1);
  const unfolded = header.replaceAll(/\r?\n(?=[ \t])/g, '');
  return /^message-id[ \t]*:[ \t]*(<[^<>\s]{1,990}>)[ \t]*$/im.exec(unfolded)?.[1] ?? null;
}

/** A bare CR or LF ends a line too: it is sent as CR LF. */
function longLineIn(message: Uint8Array): number | null {
  let line = 1;
  let begin = 0;
  for (let index = 0; index <= message.length; index++) {
    const octet = message[index];
    const isEnd = octet === 0x0a || octet === 0x0d || octet === undefined;
    if (!isEnd) continue;
    if (index - begin > longestLine) return line;
    if (octet === 0x0d && message[index + 1] === 0x0a) index++;
    begin = index + 1;
    line++;
  }
  return null;
}

/** ASCII is what matters here; other octets become one letter or another. */
const textOf = (octets: Uint8Array): string => new TextDecoder('latin1').decode(octets);
