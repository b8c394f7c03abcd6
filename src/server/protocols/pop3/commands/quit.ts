import type { Conversation } from '../conversation.ts';
import type { CommandOptions } from '../exchange.ts';

/**
 * QUIT (RFC 1939 section 6): removes what was marked and ends the connection, whatever the answer.
 * @throws Pop3Error; nothing that was marked may be taken for removed then
 */
export async function quit(conversation: Conversation, options: CommandOptions = {}): Promise<void> {
  try {
    await conversation.send({ stage: 'quit', command: 'QUIT', ...options });
  } finally {
    conversation.close();
  }
}
