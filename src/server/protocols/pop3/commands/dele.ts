import type { Conversation } from '../conversation.ts';
import type { CommandOptions } from '../exchange.ts';
import { messageNumber } from './numbers.ts';

/** DELE (RFC 1939 section 5) marks a message; only a QUIT that succeeds removes it. */
export async function dele(
  conversation: Conversation,
  number: number,
  options: CommandOptions = {},
): Promise<void> {
  await conversation.send({ stage: 'dele', command: `DELE ${messageNumber(number)}`, ...options });
}
