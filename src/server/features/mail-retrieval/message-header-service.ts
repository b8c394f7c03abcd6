import { simpleParser, type AddressObject } from 'mailparser';
import { shownHeaderLines } from './header-lines.ts';
import type { MessageHeader } from './stored-message.ts';

const nothing: MessageHeader = { from: null, subject: null, sentAt: null, messageId: null };
/** RFC 5322 section 2.1.1: 998 octets are the longest line; what is longer is cut for lists, the content keeps it. */
const longestText = 1000;
const longestAddress = 320;

/** What the beginning of a message says about it. Nothing that a sender writes stops it: what cannot be read is null. */
export async function readMessageHeader(beginning: Buffer): Promise<MessageHeader> {
  try {
    const parsed = await simpleParser(shownHeaderLines(beginning), { skipTextToHtml: true });
    return {
      from: senderOf(parsed.from),
      subject: bounded(parsed.subject, longestText),
      sentAt: isoTime(parsed.date),
      messageId: bounded(parsed.messageId, longestText),
    };
  } catch {
    return nothing;
  }
}

function senderOf(from: AddressObject | undefined): MessageHeader['from'] {
  const [first] = from?.value ?? [];
  const one = first?.group?.[0] ?? first;
  if (one === undefined) return null;
  const name = bounded(one.name, longestText);
  const address = bounded(one.address, longestAddress);
  return name === null && address === null ? null : { name, address };
}

/** JSON, databases and pages take neither half a character nor a NUL. */
function bounded(text: string | undefined, longest: number): string | null {
  const fit = text?.slice(0, longest).toWellFormed().replaceAll('\0', '\ufffd').trim();
  return fit === undefined || fit === '' ? null : fit;
}

function isoTime(date: Date | undefined): string | null {
  // A year of five digits has a form of its own, which no page expects.
  return date === undefined || Number.isNaN(date.getTime()) || Math.abs(date.getUTCFullYear()) > 9999
    ? null
    : date.toISOString();
}
