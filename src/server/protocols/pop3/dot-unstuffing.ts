type Position = 'line-start' | 'text' | 'after-cr' | 'after-dot' | 'after-dot-cr';

const cr = 13;
const lf = 10;
const dot = 46;
const nextDottedLine = Buffer.from('\r\n.');
const heldBackCr = Buffer.from('\r');

/**
 * Body of a multi-line reply as it arrives (RFC 1939 section 3): a dot at the start of a line is removed, a line of a
 * dot alone ends it. Pieces may be cut anywhere, also within the five octets of the end.
 *
 * A line starts after CR LF and nothing else. Clients that also take a bare LF can be made to see the end inside a
 * message, and what its sender wrote below as the server's next replies.
 */
export class DotUnstuffing {
  #position: Position = 'line-start';

  /**
   * Gives the content of `chunk` from `from` on to `emit`, without copying it.
   * @returns index of the first octet after the end of the body; -1 when the body goes on
   */
  read(chunk: Buffer, from: number, emit: (content: Buffer) => void): number {
    let start = from; // first octet that may be content and is not emitted yet
    let at = from;
    const emitUpTo = (end: number) => {
      if (end > start) emit(chunk.subarray(start, end));
    };
    while (at < chunk.length) {
      const octet = chunk[at];
      if (this.#position === 'text') {
        at = this.#skipText(chunk, at);
      } else if (this.#position === 'line-start' && octet === dot) {
        emitUpTo(at);
        start = ++at;
        this.#position = 'after-dot';
      } else if (this.#position === 'after-dot-cr' && octet === lf) {
        this.#position = 'line-start';
        return at + 1;
      } else {
        if (this.#position === 'after-dot-cr' && at === from) emit(heldBackCr);
        this.#position = following(this.#position, octet);
        at++;
      }
    }
    // A CR after a dot is content or part of the end: the next octet tells.
    if (this.#position !== 'after-dot-cr') emitUpTo(chunk.length);
    return -1;
  }

  /** To the next line that starts with a dot, or to the end of the chunk. */
  #skipText(chunk: Buffer, at: number): number {
    const found = chunk.indexOf(nextDottedLine, at);
    if (found >= 0) {
      this.#position = 'line-start';
      return found + 2;
    }
    const last = chunk.length - 1;
    if (chunk[last] === cr) this.#position = 'after-cr';
    else if (chunk[last] === lf && last > at && chunk[last - 1] === cr) this.#position = 'line-start';
    return chunk.length;
  }
}

function following(position: Position, octet: number | undefined): Position {
  if (octet === cr) return position === 'after-dot' ? 'after-dot-cr' : 'after-cr';
  if (octet === lf && position === 'after-cr') return 'line-start';
  return 'text';
}
