/** Octets of a message in which its header must end to be read; RFC 5322 names no limit, a header of 64 KiB is no mail's. */
export const longestHeader = 64 * 1024;

const wanted = /^(from|subject|date|message-id):/i;
const cr = 13;
const lf = 10;

/**
 * The lines of the four header fields that a list shows, folded as they came, out of the beginning of a message. All
 * others are left out before anything parses them: ten thousand recipients cost nothing.
 */
export function shownHeaderLines(beginning: Buffer): Buffer {
  const kept: Buffer[] = [];
  let keeps = false;
  for (let start = 0; start < beginning.length;) {
    const found = beginning.indexOf(lf, start);
    const end = found < 0 ? beginning.length : found + 1;
    const line = beginning.subarray(start, end);
    if (isEmpty(line)) break;
    const isContinuation = line[0] === 0x20 || line[0] === 0x09;
    // RFC 5322 section 3.6 allows each of the fields once; of more the first one counts.
    if (!isContinuation) keeps = wanted.test(line.toString('latin1', 0, 32)) && !hasField(kept, line);
    if (keeps) kept.push(line);
    start = end;
  }
  return Buffer.concat([...kept, Buffer.from('\r\n')]);
}

function isEmpty(line: Buffer): boolean {
  return line[0] === lf || (line[0] === cr && line[1] === lf);
}

function hasField(kept: readonly Buffer[], line: Buffer): boolean {
  const field = fieldOf(line);
  return kept.some((other) => fieldOf(other) === field);
}

function fieldOf(line: Buffer): string {
  const text = line.toString('latin1', 0, 32).toLowerCase();
  return text.slice(0, text.indexOf(':')).trim();
}
