import { DotUnstuffing } from './dot-unstuffing.ts';

export interface ReplyHandler {
  /** A whole line without its CR LF. Answers whether the body of a multi-line reply follows. */
  line(line: Buffer): boolean;
  /** A piece of the body, dots unstuffed: a view of the chunk that was written, not a copy. */
  body(content: Buffer): void;
  /** The body is complete. */
  end(): void;
}

/** What arrived breaks the protocol or a limit. Caught by the conversation, which knows stage and command. */
export class ReplyViolation extends Error {
  override readonly name = 'ReplyViolation';
  readonly failure: 'protocol' | 'limit';
  /** What arrived, for the error's `reply`. */
  readonly excerpt: string | undefined;

  constructor(failure: 'protocol' | 'limit', message: string, excerpt?: string) {
    super(message);
    this.failure = failure;
    this.excerpt = excerpt;
  }
}

const cr = 13;
const lf = 10;
const nothing = Buffer.alloc(0);

/** Cuts what arrives into lines and bodies. Knows no socket, no command and no time. */
export class ReplyParser {
  readonly #handler: ReplyHandler;
  readonly #maxLineOctets: number;
  #line: Buffer = nothing;
  #body: DotUnstuffing | undefined;

  constructor(handler: ReplyHandler, maxLineOctets: number) {
    this.#handler = handler;
    this.#maxLineOctets = maxLineOctets;
  }

  /**
   * The next octets of the connection, cut anywhere.
   * @throws ReplyViolation, and whatever the handler throws; the parser is of no use afterwards
   */
  write(chunk: Buffer): void {
    for (let at = 0; at < chunk.length;) {
      at = this.#body ? this.#readBody(this.#body, chunk, at) : this.#readLine(chunk, at);
    }
  }

  #readBody(body: DotUnstuffing, chunk: Buffer, at: number): number {
    const end = body.read(chunk, at, (content) => this.#handler.body(content));
    if (end < 0) return chunk.length;
    this.#body = undefined;
    this.#handler.end();
    return end;
  }

  #readLine(chunk: Buffer, at: number): number {
    const found = chunk.indexOf(lf, at);
    const end = found < 0 ? chunk.length : found + 1;
    const piece = chunk.subarray(at, end);
    this.#line = this.#line.length === 0 ? piece : Buffer.concat([this.#line, piece]);
    if (this.#line.length > this.#maxLineOctets) {
      throw new ReplyViolation(
        'limit',
        `a line of over ${this.#maxLineOctets} octets`,
        excerptOf(this.#line),
      );
    }
    if (found >= 0) this.#finishLine();
    return end;
  }

  #finishLine(): void {
    const line = this.#line;
    this.#line = nothing;
    if (line[line.length - 2] !== cr) {
      // Taken for a line, it would make the end of a body, which needs CR LF, wait for ever.
      throw new ReplyViolation('protocol', 'a line that ends without CR', excerptOf(line));
    }
    if (this.#handler.line(line.subarray(0, -2))) this.#body = new DotUnstuffing();
  }
}

function excerptOf(line: Buffer): string {
  return line.toString('utf8', 0, 512).trimEnd();
}
