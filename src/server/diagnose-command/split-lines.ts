/** A line of the input with its number, from 1; null where it is longer than is read. */
export interface NumberedLine {
  number: number;
  text: string | null;
}

const newline = 0x0a;

/** Splits bytes into lines without holding more than one of them; what a line has beyond `longest` bytes is dropped. */
export async function* splitLines(
  input: AsyncIterable<Buffer>,
  longest: number,
): AsyncGenerator<NumberedLine> {
  let number = 0;
  let parts: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer) => {
    length += part.length;
    if (length <= longest) parts.push(part);
    else parts = [];
  };
  const end = (): NumberedLine => {
    number += 1;
    const text =
      length > longest
        ? null
        : Buffer.concat(parts)
            .toString('utf8')
            .replace(/^\uFEFF/, '')
            .trim();
    parts = [];
    length = 0;
    return { number, text };
  };
  for await (const chunk of input) {
    let from = 0;
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
      add(chunk.subarray(from, at));
      yield end();
      from = at + 1;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
  if (length > 0) yield end();
}
