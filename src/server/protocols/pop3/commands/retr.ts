import type { Conversation } from '../conversation.ts';
import type { CommandOptions } from '../exchange.ts';
import { MessageStream, type MessageContent } from '../message-stream.ts';
import { messageNumber } from './numbers.ts';

/** A message under way: its content, whether the server agreed, and when the last octet has arrived. */
export interface Transfer {
  content: MessageStream;
  /** Settles when the whole reply has been received, whether or not anybody has read it. */
  received: Promise<unknown>;
}

/** Sends RETR (RFC 1939 section 5) and does not wait. */
export function beginRetr(
  conversation: Conversation,
  number: number,
  options: CommandOptions = {},
): Transfer {
  const content = new MessageStream(conversation.backpressure, conversation.limits.messageOctets);
  const command = `RETR ${messageNumber(number)}`;
  const received = conversation.send({ stage: 'retr', command, body: content, ...options });
  return { content, received };
}

/**
 * RETR: resolves when the server begins to send. The content must be read or discarded: until then nothing else of
 * this connection arrives once the buffer is full.
 */
export async function retr(
  conversation: Conversation,
  number: number,
  options: CommandOptions = {},
): Promise<MessageContent> {
  const { content } = beginRetr(conversation, number, options);
  await content.accepted;
  return content;
}
