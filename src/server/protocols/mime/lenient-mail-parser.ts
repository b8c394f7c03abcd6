import { isUtf8 } from 'node:buffer';
import { Transform, type TransformCallback } from 'node:stream';
import { MailParser, type MailParserOptions } from 'mailparser';

/** What mailparser has and its types do not know. */
interface Inside {
  /** Whether it stopped before the end. Told by an `error` event too, but not once all of the message was written. */
  hasFailed: boolean;
  createNode(part: unknown): { charset?: string };
  getDecoder(): Decoder;
}
interface Decoder {
  decodeStream(charset: string): Transform;
}

const Parser = MailParser as unknown as new (options: MailParserOptions) => MailParser & Inside;

const unnamed = 'x-unnamed';

/**
 * mailparser, which also reads text that names no character set, or US-ASCII, and is neither ASCII nor UTF-8: programs that
 * leave the name out wrote such text in windows-1252, of which ISO-8859-1 is a part.
 */
export class LenientMailParser extends Parser {
  override createNode(part: unknown): { charset?: string } {
    const node = super.createNode(part);
    if (/^(us-?)?(ascii)?$/i.test(node.charset ?? '')) node.charset = unnamed;
    return node;
  }

  override getDecoder(): Decoder {
    const named = super.getDecoder();
    return {
      decodeStream: (charset) => (charset === unnamed ? new UnnamedText() : named.decodeStream(charset)),
    };
  }
}

/** Writes UTF-8. Which set it was shows at the end only; texts are limited before. */
class UnnamedText extends Transform {
  readonly #chunks: Buffer[] = [];

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#chunks.push(chunk);
    done();
  }

  override _flush(done: TransformCallback): void {
    const octets = Buffer.concat(this.#chunks);
    done(null, isUtf8(octets) ? octets : new TextDecoder('windows-1252').decode(octets));
  }
}
