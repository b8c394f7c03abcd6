import { explained } from './explained.ts';
import type { Options } from './options.ts';

const bytesRead = 256 * 1024;

/** The start of what is read, more than diagnosis looks at; files of PowerShell come as UTF-16 with a byte order mark. */
export async function readText(input: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of input) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > bytesRead) break;
  }
  const bytes = Buffer.concat(chunks).subarray(0, bytesRead);
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes);
}

/** The verdict on one text, as JSON for people. */
export function explainText(raw: string, { told, language }: Options, now: number): string {
  return `${JSON.stringify(explained({ ...told, raw, now }, language), null, 2)}\n`;
}
