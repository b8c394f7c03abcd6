import { explained } from './explained.ts';
import { LineError, readEvidenceLine } from './evidence-line.ts';
import type { Options } from './options.ts';
import { splitLines, type NumberedLine } from './split-lines.ts';

/** Room for a text of which each character is written as an escape, and for much that is not looked at. */
const longestLine = 4 * 1024 * 1024;

/**
 * One line of JSON for each line of evidence, as it comes: its verdict, or what is wrong with it. `onBadLine` is told of the
 * latter; the others are answered all the same.
 */
export async function* explainLines(
  input: AsyncIterable<Buffer>,
  options: Options,
  now: () => number,
  onBadLine: () => void,
): AsyncGenerator<string> {
  for await (const line of splitLines(input, longestLine)) {
    if (line.text === '') continue;
    const answer = answerLine(line, options, now());
    if ('error' in answer) onBadLine();
    yield `${JSON.stringify(answer)}\n`;
  }
}

function answerLine({ number, text }: NumberedLine, { told, language }: Options, now: number): object {
  try {
    if (text === null) throw new LineError(`is longer than ${longestLine / 1024 / 1024} MiB`);
    const { id, ...evidence } = readEvidenceLine(text);
    return { ...(id === undefined ? {} : { id }), ...explained({ ...told, ...evidence, now }, language) };
  } catch (error) {
    if (!(error instanceof LineError)) throw error;
    const { id, message } = error;
    return { ...(id === undefined ? {} : { id }), line: number, error: `Line ${number}: ${message}` };
  }
}
