const terminator = Buffer.from('\r\n.\r\n');
const lineStart = Buffer.from('\r\n');
const dotAtLineStart = Buffer.from('\r\n.');

/** Gathers the chunks of a message sent after DATA until the line with the single dot. */
export class MessageCollector {
  readonly #maximumBytes: number;
  readonly #chunks: Buffer[] = [];
  #length = 0;
  /** The last bytes seen: the end may arrive in pieces. A message may be nothing but the dot, as if a line had ended. */
  #tail: Buffer = lineStart;

  constructor(maximumBytes: number) {
    this.#maximumBytes = maximumBytes;
  }

  /** @returns what follows the message, or undefined while its end has not come */
  take(chunk: Buffer): Buffer | undefined {
    const seen = Buffer.concat([this.#tail, chunk]);
    const end = seen.indexOf(terminator);
    if (end === -1) {
      this.#keep(chunk);
      this.#tail = seen.subarray(-(terminator.length - 1));
      return undefined;
    }
    const after = end + terminator.length - this.#tail.length;
    this.#keep(chunk.subarray(0, after));
    return chunk.subarray(after);
  }

  /** The message with the end of its last line. */
  message(): Buffer | 'too-large' {
    if (this.#length > this.#maximumBytes + '.\r\n'.length) return 'too-large';
    const whole = Buffer.concat([lineStart, ...this.#chunks]);
    return withoutStuffing(whole.subarray(0, whole.length - '.\r\n'.length)).subarray(lineStart.length);
  }

  #keep(chunk: Buffer): void {
    this.#length += chunk.length;
    if (this.#length <= this.#maximumBytes + terminator.length) this.#chunks.push(chunk);
    else this.#chunks.length = 0;
  }
}

/** RFC 5321 section 4.5.2: a dot that begins a line is dropped. */
function withoutStuffing(text: Buffer): Buffer {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = text.indexOf(dotAtLineStart); at !== -1; at = text.indexOf(dotAtLineStart, from)) {
    parts.push(text.subarray(from, at + 2));
    from = at + 3;
  }
  return parts.length === 0 ? text : Buffer.concat([...parts, text.subarray(from)]);
}
