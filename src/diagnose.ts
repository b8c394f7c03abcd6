import { pipeline } from 'node:stream/promises';
import {
  explainLines,
  explainText,
  help,
  readOptions,
  readText,
  UsageError,
} from './server/diagnose-command/index.ts';

/** Entry of `npm run diagnose`: reads standard input, prints verdicts. Answers the exit code. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return print([help]);
  if (process.stdin.isTTY)
    process.stderr.write('Paste the text and end it with Ctrl-D (Windows: Ctrl-Z, Enter).\n');
  if (!options.jsonl) return print([explainText(await readText(process.stdin), options, Date.now())]);
  let badLines = 0;
  await print(explainLines(process.stdin, options, Date.now, () => (badLines += 1)));
  return badLines === 0 ? 0 : 1;
}

/** Waits for whoever reads, so that a million lines do not gather in memory. */
async function print(parts: Iterable<string> | AsyncIterable<string>): Promise<number> {
  await pipeline(parts, process.stdout, { end: false });
  return 0;
}

/** Who reads has seen enough, as `head` does. */
const isClosedPipe = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'EPIPE' || error.code === 'ERR_STREAM_PREMATURE_CLOSE');

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (isClosedPipe(error)) return;
    const known = error instanceof UsageError;
    process.stderr.write(
      known ? `${error.message}\nSee: npm run -s diagnose -- --help\n` : 'The text could not be read.\n',
    );
    process.exitCode = 2;
  },
);
