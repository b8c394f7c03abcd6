import type { Conversation } from '../conversation.ts';
import type { CommandOptions, Exchange } from '../exchange.ts';
import { readNumber } from './numbers.ts';

export interface Maildrop {
  messages: number;
  /** Estimated by Exchange, exact elsewhere. */
  octets: number;
}

/** STAT (RFC 1939 section 5): number and size of the messages not marked as deleted. */
export async function stat(conversation: Conversation, options: CommandOptions = {}): Promise<Maildrop> {
  const exchange: Exchange = { stage: 'stat', command: 'STAT', ...options };
  const { text, raw } = await conversation.send(exchange);
  const [count, size] = text.trim().split(/ +/);
  const messages = readNumber(count);
  const octets = readNumber(size);
  if (messages === undefined || octets === undefined) {
    throw conversation.breakOff(exchange, 'the reply names no number and size', raw);
  }
  return { messages, octets };
}
