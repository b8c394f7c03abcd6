import type { OutlookItem } from '../../graph/outlook-items.ts';

interface Recipient {
  emailAddress?: { name?: unknown; address?: unknown };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What stands in a header must not begin a line of its own, whoever wrote it. */
const oneLine = (value: string): string => value.replace(/[\r\n\0]+/g, ' ');

/** RFC 2047: words of at most 75 characters, cut between characters, folded. */
function encodedWords(value: string): string {
  const words: string[] = [];
  let word = '';
  for (const character of value) {
    if (Buffer.byteLength(word + character) > 42) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((part) => `=?utf-8?B?${Buffer.from(part).toString('base64')}?=`).join('\r\n ');
}

function unstructured(value: unknown): string {
  const line = oneLine(text(value));
  return /^[\x20-\x7e]{0,900}$/.test(line) && !line.includes('=?') ? line : encodedWords(line);
}

function mailboxOf(recipient: unknown): string[] {
  const { name, address } = (recipient as Recipient | null)?.emailAddress ?? {};
  if (typeof address !== 'string') return [];
  const shown = oneLine(text(name));
  if (shown === '') return [oneLine(address)];
  const phrase = /^[\w .'-]{1,200}$/.test(shown) ? `"${shown}"` : encodedWords(shown);
  return [`${phrase} <${oneLine(address)}>`];
}

/** RFC 5322 section 3.3, `Sun, 22 Nov 2026 08:00:00 +0000`. */
export const dateHeader = (time: number): string => new Date(time).toUTCString().replace('GMT', '+0000');

/** Headers of their own that a program may give a message ("internetMessageHeader": names begin with X-). */
function ownHeaders(given: unknown): [string, string][] {
  if (!Array.isArray(given)) return [];
  return given.flatMap((header: { name?: unknown; value?: unknown } | null): [string, string][] => {
    const name = text(header?.name);
    return /^x-[\w-]{1,70}$/i.test(name) ? [[name, unstructured(header?.value)]] : [];
  });
}

/** The message that Exchange would write for an item made by Graph (RFC 5322): one part, text or HTML, in base64. */
export function composeMime(item: OutlookItem): Buffer {
  const list = (field: string): string =>
    Array.isArray(item[field]) ? (item[field] as unknown[]).flatMap(mailboxOf).join(',\r\n ') : '';
  const body = item['body'] as { contentType?: unknown; content?: unknown } | undefined;
  const sent = Date.parse(text(item['sentDateTime']));
  const headers: [string, string][] = [
    ['From', mailboxOf(item['from']).join('')],
    ['To', list('toRecipients')],
    ['Cc', list('ccRecipients')],
    ['Subject', unstructured(item['subject'])],
    ['Date', dateHeader(Number.isNaN(sent) ? 0 : sent)],
    ['Message-ID', oneLine(text(item['internetMessageId']))],
    ...ownHeaders(item['internetMessageHeaders']),
    ['MIME-Version', '1.0'],
    [
      'Content-Type',
      `text/${text(body?.contentType).toLowerCase() === 'html' ? 'html' : 'plain'}; charset="utf-8"`,
    ],
    ['Content-Transfer-Encoding', 'base64'],
  ];
  const lines = headers.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}\r\n`);
  const content = Buffer.from(text(body?.content).replace(/\r?\n/g, '\r\n')).toString('base64');
  return Buffer.from(`${lines.join('')}\r\n${content.replace(/.{1,76}/g, '$&\r\n')}`);
}
