import type { Conversation } from '../conversation.ts';
import type { CommandOptions, Exchange } from '../exchange.ts';
import { Listing } from './listing.ts';
import { messageNumber, readNumber } from './numbers.ts';

export interface ListEntry {
  number: number;
  /** Exchange estimates it: good for a plan, not for a check of what arrived. */
  octets: number;
}

/** LIST of all messages not marked as deleted (RFC 1939 section 5). */
export async function list(conversation: Conversation, options: CommandOptions = {}): Promise<ListEntry[]> {
  const { listingLines: lines, listingLineOctets: lineOctets } = conversation.limits;
  const body = new Listing(readEntry, { lines, lineOctets });
  await conversation.send({ stage: 'list', command: 'LIST', body, ...options });
  return body.entries;
}

/** Size of one message. @throws Pop3Error `refused` when there is none of that number */
export async function listOf(
  conversation: Conversation,
  number: number,
  options: CommandOptions = {},
): Promise<number> {
  const exchange: Exchange = { stage: 'list', command: `LIST ${messageNumber(number)}`, ...options };
  const { text, raw } = await conversation.send(exchange);
  const entry = readEntry(text);
  if (entry?.number !== number)
    throw conversation.breakOff(exchange, 'the reply is about another message', raw);
  return entry.octets;
}

/** Anything after the size is for clients of the server's own kind (RFC 1939 section 5). */
function readEntry(line: string): ListEntry | undefined {
  const [first, second] = line.trim().split(/ +/);
  const number = readNumber(first);
  const octets = readNumber(second);
  return !number || octets === undefined ? undefined : { number, octets };
}
