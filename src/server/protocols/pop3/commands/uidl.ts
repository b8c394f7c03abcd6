import type { Conversation } from '../conversation.ts';
import type { CommandOptions, Exchange } from '../exchange.ts';
import { Listing } from './listing.ts';
import { messageNumber, readNumber } from './numbers.ts';

export interface UidlEntry {
  /** Message number of this session. */
  number: number;
  /** The same in every session as long as the message exists, e.g. `000000065f3a1b2c`. */
  uid: string;
}

// 1 to 70 printable octets by RFC 1939 section 7; servers with longer ones exist and are told apart as well.
const uidForm = /^[^\x00-\x20\x7f]{1,255}$/; // eslint-disable-line no-control-regex -- the grammar of RFC 1939

/** UIDL of all messages not marked as deleted (RFC 1939 section 7). */
export async function uidl(conversation: Conversation, options: CommandOptions = {}): Promise<UidlEntry[]> {
  const { listingLines: lines, listingLineOctets: lineOctets } = conversation.limits;
  const body = new Listing(readEntry, { lines, lineOctets });
  await conversation.send({ stage: 'uidl', command: 'UIDL', body, ...options });
  return body.entries;
}

/** UIDL of one message. @throws Pop3Error `refused` when there is none of that number */
export async function uidlOf(
  conversation: Conversation,
  number: number,
  options: CommandOptions = {},
): Promise<string> {
  const exchange: Exchange = { stage: 'uidl', command: `UIDL ${messageNumber(number)}`, ...options };
  const { text, raw } = await conversation.send(exchange);
  const entry = readEntry(text);
  if (entry?.number !== number)
    throw conversation.breakOff(exchange, 'the reply is about another message', raw);
  return entry.uid;
}

function readEntry(line: string): UidlEntry | undefined {
  const [digits, uid = '', ...more] = line.trim().split(/ +/);
  const number = readNumber(digits);
  if (!number || !uidForm.test(uid) || more.length > 0) return undefined;
  return { number, uid };
}
