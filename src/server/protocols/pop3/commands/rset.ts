import type { Conversation } from '../conversation.ts';
import type { CommandOptions } from '../exchange.ts';

/** RSET (RFC 1939 section 5): takes back every DELE of this session. */
export async function rset(conversation: Conversation, options: CommandOptions = {}): Promise<void> {
  await conversation.send({ stage: 'rset', command: 'RSET', ...options });
}
