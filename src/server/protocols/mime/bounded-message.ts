import { readingLimits } from './reading-limits.ts';

const lineFeed = Buffer.from('\n');
const newBoundary = Buffer.from('\n--');

/**
 * The octets of a message up to the limits that the parser keeps badly or not at all: a line that never ends is broken
 * (joining its pieces takes quadratic time), and parts without end are cut off (it fails with all it had read). `stopped`
 * is called when something was cut off.
 */
export async function* boundedMessage(
  content: AsyncIterable<Buffer>,
  stopped: () => void,
): AsyncGenerator<Buffer> {
  let octets = 0;
  let boundaries = 0;
  let sinceLineFeed = 0;
  for await (const chunk of content) {
    octets += chunk.length;
    const end = endWithin(chunk, readingLimits.parts - boundaries);
    boundaries += count(newBoundary, chunk);
    yield chunk.subarray(0, end);
    if (end < chunk.length || octets > readingLimits.octets) {
      stopped();
      return;
    }
    const lastLineFeed = chunk.lastIndexOf(0x0a);
    sinceLineFeed = lastLineFeed < 0 ? sinceLineFeed + chunk.length : chunk.length - lastLineFeed;
    if (sinceLineFeed > readingLimits.lineOctets) {
      yield lineFeed;
      sinceLineFeed = 0;
    }
  }
}

/** Where the chunk has more boundaries than may come; its length when it has not. */
function endWithin(chunk: Buffer, most: number): number {
  let at = -1;
  for (let found = 0; found <= most; found++) {
    at = chunk.indexOf(newBoundary, at + 1);
    if (at < 0) return chunk.length;
  }
  return at;
}

function count(what: Buffer, chunk: Buffer): number {
  let found = 0;
  for (let at = chunk.indexOf(what); at >= 0; at = chunk.indexOf(what, at + 1)) found++;
  return found;
}
