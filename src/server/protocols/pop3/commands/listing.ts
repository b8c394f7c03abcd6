import type { ReplyBody } from '../exchange.ts';
import { ReplyViolation } from '../reply-parser.ts';

export interface ListingLimits {
  lines: number;
  lineOctets: number;
}

/** A multi-line reply of short lines, read while it arrives, bounded in lines and in length. */
export class Listing<Entry> implements ReplyBody {
  readonly entries: Entry[] = [];
  readonly #read: (line: string) => Entry | undefined;
  readonly #limits: ListingLimits;
  #unfinished = '';

  /** @param read gives the entry of a line, or undefined when the line is not one */
  constructor(read: (line: string) => Entry | undefined, limits: ListingLimits) {
    this.#read = read;
    this.#limits = limits;
  }

  write(content: Buffer): void {
    const lines = (this.#unfinished + content.toString('latin1')).split('\r\n');
    this.#unfinished = lines.pop() ?? '';
    for (const line of lines) this.#add(line);
    if (this.#unfinished.length > this.#limits.lineOctets) throw tooLong(this.#unfinished);
  }

  end(): void {
    this.#unfinished = '';
  }

  fail(): void {
    this.#unfinished = '';
  }

  #add(line: string): void {
    if (line.length > this.#limits.lineOctets) throw tooLong(line);
    if (this.entries.length >= this.#limits.lines) {
      throw new ReplyViolation('limit', `a listing of over ${this.#limits.lines} lines`);
    }
    const entry = this.#read(line);
    if (entry === undefined)
      throw new ReplyViolation('protocol', 'a listing with a line that is no entry', line);
    this.entries.push(entry);
  }
}

function tooLong(line: string): ReplyViolation {
  return new ReplyViolation('limit', 'a listing with an over-long line', line.slice(0, 512));
}
