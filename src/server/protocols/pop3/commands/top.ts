import type { Conversation } from '../conversation.ts';
import type { CommandOptions } from '../exchange.ts';
import { MessageStream, type MessageContent } from '../message-stream.ts';
import { messageNumber } from './numbers.ts';

/** TOP (RFC 1939 section 7): the header and the first lines of the body. To be read or discarded, as with RETR. */
export async function top(
  conversation: Conversation,
  number: number,
  lines: number,
  options: CommandOptions = {},
): Promise<MessageContent> {
  if (!Number.isSafeInteger(lines) || lines < 0) throw new RangeError(`${lines} is no number of lines`);
  const content = new MessageStream(conversation.backpressure, conversation.limits.messageOctets);
  const command = `TOP ${messageNumber(number)} ${lines}`;
  // Its end and its failure reach the caller through the content.
  void conversation.send({ stage: 'top', command, body: content, ...options });
  await content.accepted;
  return content;
}
