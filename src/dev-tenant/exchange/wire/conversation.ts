import { setTimeout as wait } from 'node:timers/promises';

import { ConnectionEnd, type EndReason, type MailConnection } from './mail-connection.ts';
import type { WireFaults } from './wire-faults.ts';

/** What the server says to a line, and what happens next. */
export interface Answer {
  /** Whole lines with their ends; a message may stand among them as bytes. */
  text: readonly (string | Uint8Array)[];
  then?: 'close' | 'start-tls' | 'read-message';
}

/** The server's side of one session of a protocol, apart from its socket. */
export interface Conversation {
  greeting(): string;
  /** What an answer to this line belongs to, e.g. `retr`: the stage at which a connection may be made to drop. */
  stageOf(line: string): string;
  answer(line: string): Promise<Answer>;
  /** For the message that follows when an answer asked for one. */
  accept(message: Buffer | 'too-large'): Promise<Answer>;
  /** Last words to a client that ends the session this way. */
  farewell(reason: Exclude<EndReason, 'closed'>): string;
  maximumLineBytes(): number;
  maximumMessageBytes(): number;
  idleMs(): number;
  secured(): void;
  /** The connection is gone, whoever ended it. */
  closed(): void;
}

export interface ConversationPartner {
  connection: MailConnection;
  conversation: Conversation;
  faults: WireFaults;
  secure(): Promise<void>;
}

/** Holds one session from the greeting to its end. */
export async function converse(partner: ConversationPartner): Promise<void> {
  const { connection, conversation } = partner;
  try {
    await say(partner, 'greeting', { text: [conversation.greeting()] });
    for (;;) await next(partner);
  } catch (error) {
    if (!(error instanceof ConnectionEnd)) throw error;
    if (error.reason !== 'closed') await connection.write(Buffer.from(conversation.farewell(error.reason)));
    connection.end();
  } finally {
    conversation.closed();
  }
}

async function next(partner: ConversationPartner): Promise<void> {
  const { connection, conversation } = partner;
  const line = await connection.readLine(conversation.maximumLineBytes(), conversation.idleMs());
  const answer = await conversation.answer(line);
  await say(partner, conversation.stageOf(line), answer);
  if (answer.then === 'start-tls') {
    await partner.secure();
    conversation.secured();
  }
  if (answer.then === 'read-message') {
    const message = await connection.readMessage(conversation.maximumMessageBytes(), conversation.idleMs());
    await say(partner, 'message', await conversation.accept(message));
  }
}

async function say(
  { connection, faults }: ConversationPartner,
  stage: string,
  answer: Answer,
): Promise<void> {
  const latency = faults.latencyMs();
  if (latency > 0) await wait(latency, undefined, { ref: false });
  const bytes = Buffer.concat(
    answer.text.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)),
  );
  if (faults.dropsAt(stage)) {
    // In the middle of the answer: the server has done what was asked, and the client cannot know.
    await connection.write(bytes.subarray(0, bytes.length / 2));
    connection.end();
    throw new ConnectionEnd('closed');
  }
  await connection.write(bytes);
  if (answer.then === 'close') {
    connection.end();
    throw new ConnectionEnd('closed');
  }
}
