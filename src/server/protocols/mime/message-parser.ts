import { once } from 'node:events';
import type { AttachmentStream, Headers, MessageText } from 'mailparser';
import { boundedMessage } from './bounded-message.ts';
import { LenientMailParser } from './lenient-mail-parser.ts';
import { readingLimits } from './reading-limits.ts';

export interface PartReader {
  headers?(headers: Headers): void;
  text?(text: MessageText): void;
  /** Reads the content to its end, or the parser waits for ever. False: nothing further is wanted. */
  attachment(part: AttachmentStream, octets: AsyncIterable<Buffer>): Promise<boolean>;
}

/**
 * Feeds a message to mailparser and its parts to the reader, as far as the limits go: the parser keeps every text in
 * memory, so what is fed while no attachment is being read is counted. Answers whether all of it was read.
 */
export async function parseMessage(content: AsyncIterable<Buffer>, reader: PartReader): Promise<boolean> {
  const parser = new LenientMailParser(options);
  const feed = { isWhole: true, isOver: false, inAttachment: false, textOctets: 0 };
  const stop = () => {
    feed.isWhole = false;
    feed.isOver = true;
  };
  const ended = new Promise<void>((resolve) => {
    parser.once('end', () => resolve());
    parser.on('error', (error: Error & { code?: string }) => {
      feed.isWhole = false;
      // Told by mailsplit, which stops then; other errors are about a part, and the rest goes on.
      if (error.code === 'EMAXLEN') resolve();
    });
  }).then(() => (feed.isOver = true));
  parser.on('headers', (headers: Headers) => reader.headers?.(headers));
  let attachments = 0;
  parser.on('data', (data: AttachmentStream | MessageText) => {
    if (data.type === 'text') return reader.text?.(data);
    feed.inAttachment = true;
    void reader.attachment(data, octetsOf(data)).then((goOn) => {
      feed.inAttachment = false;
      if (!goOn || ++attachments >= readingLimits.attachments) stop();
      data.release();
    });
  });
  for await (const chunk of boundedMessage(content, stop)) {
    if (!feed.inAttachment) feed.textOctets += chunk.length;
    if (feed.textOctets > readingLimits.textOctets) stop();
    if (feed.isOver) break;
    if (!parser.write(chunk)) await Promise.race([once(parser, 'drain'), ended]);
  }
  parser.end();
  await ended;
  return feed.isWhole && !parser.hasFailed;
}

/** The types know the stream by its oldest class alone. */
function octetsOf({ content }: AttachmentStream): AsyncIterable<Buffer> {
  return content as unknown as AsyncIterable<Buffer>;
}

const options = {
  skipTextLinks: true,
  skipImageLinks: true,
  // Handed to mailsplit, unknown to the types: a message in a message is an attachment, however deep.
  ignoreEmbedded: true,
  maxHeadSize: readingLimits.headerOctets,
  maxChildNodes: 2 * readingLimits.parts,
};
