import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadingAnswer } from './message-content.ts';
import { parseMessage } from './message-parser.ts';

/** Writes one attachment as it comes, decoded; `index` counts as in the list of the content. */
export async function readAttachment(
  content: AsyncIterable<Buffer>,
  index: number,
  to: Writable,
  answer: (answer: ReadingAnswer) => void,
): Promise<void> {
  let passed = 0;
  await parseMessage(content, {
    async attachment(part, octets) {
      if (passed++ !== index) {
        for await (const _chunk of octets);
        return passed <= index;
      }
      answer({ kind: 'attachment', name: part.filename ?? null, type: part.contentType.toLowerCase() });
      await pipeline(octets, to, { end: false });
      return false;
    },
  });
  if (passed <= index) answer({ kind: 'no-attachment' });
}
