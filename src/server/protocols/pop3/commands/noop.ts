import type { Conversation } from '../conversation.ts';
import type { CommandOptions } from '../exchange.ts';

/** NOOP (RFC 1939 section 5): keeps the session alive. */
export async function noop(conversation: Conversation, options: CommandOptions = {}): Promise<void> {
  await conversation.send({ stage: 'noop', command: 'NOOP', ...options });
}
