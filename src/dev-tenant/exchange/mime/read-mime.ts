import { readAddresses } from './addresses.ts';
import { decodeCharset, decodeHeader, decodeQuotedPrintable } from './decode.ts';
import { parameterised, splitMessage, valueOf, type HeaderField } from './header.ts';

interface TextPart {
  contentType: 'text' | 'html';
  content: string;
}

/** What Graph shows of a body at most: the whole message is kept as it came. */
const longestText = 256 * 1024;
const longestSubject = 1000;
const deepestPart = 8;
const mostParts = 100;

/** The properties of Graph's resource type "message" that can be read from a message that came by SMTP. */
export function readMime(content: Buffer): Record<string, unknown> {
  const { fields, body } = splitMessage(content);
  const recipients = (name: string): object[] =>
    readAddresses(valueOf(fields, name) ?? '').map((emailAddress) => ({ emailAddress }));
  const [from] = recipients('from');
  const sent = Date.parse((valueOf(fields, 'date') ?? '').slice(0, 100));
  const messageId = valueOf(fields, 'message-id');
  return {
    subject: decodeHeader(valueOf(fields, 'subject') ?? '').slice(0, longestSubject),
    ...(from && { from, sender: recipients('sender')[0] ?? from }),
    toRecipients: recipients('to'),
    ccRecipients: recipients('cc'),
    ...(messageId !== undefined && { internetMessageId: messageId }),
    ...(!Number.isNaN(sent) && { sentDateTime: new Date(sent).toISOString() }),
    body: firstText(fields, body, 0) ?? { contentType: 'text', content: '' },
    hasAttachments: /^Content-Disposition: *attachment/im.test(body.toString('latin1')),
  };
}

/** The first part of text, plain or HTML, whichever the sender put first. */
function firstText(fields: readonly HeaderField[], body: Buffer, depth: number): TextPart | undefined {
  const { value: type, parameters } = parameterised(valueOf(fields, 'content-type') ?? 'text/plain');
  const boundary = parameters.get('boundary');
  if (type.startsWith('multipart/') && boundary && depth < deepestPart) {
    for (const part of partsOf(body, boundary)) {
      const inner = splitMessage(part);
      const found = firstText(inner.fields, inner.body, depth + 1);
      if (found) return found;
    }
    return undefined;
  }
  if (type !== 'text/plain' && type !== 'text/html') return undefined;
  const bytes = decodeTransfer(body, valueOf(fields, 'content-transfer-encoding') ?? '7bit');
  const content = decodeCharset(bytes.subarray(0, longestText), parameters.get('charset') ?? 'utf-8');
  return { contentType: type === 'text/html' ? 'html' : 'text', content };
}

function decodeTransfer(body: Buffer, encoding: string): Buffer {
  const start = body.subarray(0, 4 * longestText).toString('latin1');
  if (/^base64$/i.test(encoding)) return Buffer.from(start, 'base64');
  return /^quoted-printable$/i.test(encoding) ? decodeQuotedPrintable(start) : body;
}

/** RFC 2046 section 5.1: what stands between the delimiter lines. */
function partsOf(body: Buffer, boundary: string): Buffer[] {
  const delimiter = `\r\n--${boundary}`;
  const text = Buffer.concat([Buffer.from('\r\n'), body]);
  const parts: Buffer[] = [];
  let from = text.indexOf(delimiter);
  while (from !== -1 && parts.length < mostParts) {
    const start = text.indexOf('\r\n', from + delimiter.length);
    const next = text.indexOf(delimiter, from + delimiter.length);
    if (start === -1 || next === -1) break;
    parts.push(text.subarray(start + 2, Math.max(start + 2, next)));
    from = next;
  }
  return parts;
}
