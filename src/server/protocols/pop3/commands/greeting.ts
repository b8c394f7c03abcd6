import type { Conversation } from '../conversation.ts';

/** What the server says first (RFC 1939 section 4). Its text; some name themselves there. */
export async function greeting(conversation: Conversation): Promise<string> {
  const { text } = await conversation.send({ stage: 'greeting', command: undefined });
  return text;
}
