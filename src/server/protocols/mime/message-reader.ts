import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Worker } from 'node:worker_threads';
import type { MessageContent, ReadingAnswer, ReadingTask } from './message-content.ts';
import { Turns } from './turns.ts';

/** An attachment whose octets follow. They fail when it cannot be read to its end; destroying them ends the reading. */
export interface OpenedAttachment {
  name: string | null;
  type: string;
  octets: Readable;
}

export interface MessageReaderOptions {
  /** How long a message may take to be taken apart. */
  contentWithinMs: number;
  /** How long an attachment may take, whose reader sets the pace. */
  attachmentWithinMs: number;
  /** Of each kind at the same time; others wait for their turn. */
  atOnce: { content: number; attachment: number };
}

const usual: MessageReaderOptions = {
  contentWithinMs: 30_000,
  attachmentWithinMs: 5 * 60_000,
  atOnce: { content: 3, attachment: 8 },
};
const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };

interface Reading {
  /** null when the thread ended without one. */
  answer: Promise<ReadingAnswer | null>;
  octets: Readable;
  end: () => void;
}

/**
 * Takes messages apart, each in a thread of its own: parsers of MIME and HTML have met messages before that made them
 * run for minutes, overflow the stack or fill the memory, and whoever can send mail can choose those. Here such a message
 * costs its own thread, is called unreadable, and the server and other messages notice nothing.
 */
export class MessageReader {
  readonly #options: MessageReaderOptions;
  readonly #turns: Readonly<Record<ReadingTask['kind'], Turns>>;

  constructor(options: Partial<MessageReaderOptions> = {}) {
    this.#options = { ...usual, ...options };
    const { content, attachment } = this.#options.atOnce;
    this.#turns = { content: new Turns(content), attachment: new Turns(attachment) };
  }

  /** null when it cannot be taken apart within the limits. Rejects when `content` does. */
  async content(content: AsyncIterable<Buffer>): Promise<MessageContent | null> {
    const reading = await this.#start({ kind: 'content' }, this.#options.contentWithinMs, content);
    const answer = await reading.answer.finally(reading.end);
    return answer?.kind === 'content' ? answer.content : null;
  }

  /** The attachment of this index in the list of the content; null when there is none. Rejects when `content` does. */
  async attachment(content: AsyncIterable<Buffer>, index: number): Promise<OpenedAttachment | null> {
    const task = { kind: 'attachment', index } as const;
    const reading = await this.#start(task, this.#options.attachmentWithinMs, content);
    const answer = await reading.answer.catch((error: unknown) => {
      reading.end();
      throw error;
    });
    if (answer?.kind !== 'attachment') {
      reading.end();
      return null;
    }
    reading.octets.once('close', reading.end);
    return { name: answer.name, type: answer.type, octets: reading.octets };
  }

  async #start(task: ReadingTask, withinMs: number, content: AsyncIterable<Buffer>): Promise<Reading> {
    const giveBack = await this.#turns[task.kind].take();
    const thread = new Worker(new URL('./reading-thread.ts', import.meta.url), {
      workerData: task,
      stdin: true,
      stdout: true,
      stderr: true,
      env: {},
      execArgv: [],
      resourceLimits: memory,
    });
    const timer = setTimeout(() => fail(thread, new Error('the message takes too long')), withinMs);
    thread.once('exit', () => {
      clearTimeout(timer);
      giveBack();
    });
    return { answer: answerOf(thread, content), octets: thread.stdout, end: () => void thread.terminate() };
  }
}

/** What a failed thread has written must not look like the whole. */
function fail(thread: Worker, error: Error): void {
  thread.stdout.destroy(error);
  void thread.terminate();
}

function answerOf(thread: Worker, content: AsyncIterable<Buffer>): Promise<ReadingAnswer | null> {
  const ended = new AbortController();
  return new Promise((resolve, reject) => {
    // Nobody may be listening any more.
    thread.stdout.on('error', () => undefined);
    thread.once('message', resolve);
    thread.once('exit', () => {
      ended.abort();
      resolve(null);
    });
    // Out of memory, an overflow of the stack, or whatever else a message has made of the parser.
    thread.once('error', (error: Error) => fail(thread, error));
    if (thread.stdin === null) return;
    pipeline(content, thread.stdin, ended).catch((reason: unknown) => {
      if (ended.signal.aborted) return;
      const error = reason instanceof Error ? reason : new Error(String(reason));
      reject(error);
      fail(thread, error);
    });
  });
}
