import { parseArgs } from 'node:util';
import { protocols, stages, type Protocol, type Stage } from '../../shared/causes.ts';
import { languages, type Language } from '../../shared/i18n/languages.ts';

export const help = `Explains an error: what is wrong, who can fix it, whether trying again helps.

  npm run -s diagnose < reply.txt
  npm run -s diagnose -- --protocol smtp --stage smtp-auth < reply.txt
  npm run -s diagnose -- --jsonl < evidence.jsonl

Reads a reply, log line, bounce or address of a callback and prints the verdict as JSON. Nothing is sent anywhere or kept;
secrets in the text are hidden in what is printed. The first 64 KiB of a text are read.

  --protocol NAME   ${protocols.join(' ')}
  --stage NAME      ${stages.slice(0, 7).join(' ')}
                    ${stages.slice(7).join(' ')}
                    what is not given is guessed from the text
  --status NUMBER   HTTP status of the reply
  --lang CODE       adds title, meaning and steps: ${languages.join(' ')}
  --jsonl           one object {id, protocol, stage, httpStatus, headers, raw} a line, one verdict with the same id a line;
                    a line that cannot be read gives {line, error}. The options above hold for lines that do not say
  --help            this text

Ends with 0; with 1 when a line could not be read; with 2 when an option is wrong.
`;

/** What the options say; those that hold for the evidence are left out where they are not given. */
export interface Options {
  help: boolean;
  jsonl: boolean;
  language?: Language;
  told: { protocol?: Protocol; stage?: Stage; httpStatus?: number };
}

/** An option that cannot be followed, in one sentence for the person. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws {UsageError} */
export function readOptions(args: readonly string[]): Options {
  const { protocol, stage, status, lang, jsonl = false, help = false } = parsed(args);
  return {
    help,
    jsonl,
    ...(lang === undefined ? {} : { language: oneOf('--lang', languages, lang) }),
    told: {
      ...(protocol === undefined ? {} : { protocol: oneOf('--protocol', protocols, protocol) }),
      ...(stage === undefined ? {} : { stage: oneOf('--stage', stages, stage) }),
      ...(status === undefined ? {} : { httpStatus: statusOf(status) }),
    },
  };
}

function parsed(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    const flag = { type: 'boolean' } as const;
    const options = { protocol: text, stage: text, status: text, lang: text, jsonl: flag, help: flag };
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The options cannot be read', {
      cause: error,
    });
  }
}

function oneOf<Word extends string>(option: string, words: readonly Word[], given: string): Word {
  const found = words.find((word) => word === given);
  if (found === undefined) throw new UsageError(`${option} must be one of: ${words.join(' ')}`);
  return found;
}

function statusOf(given: string): number {
  if (!/^[1-5]\d\d$/.test(given)) throw new UsageError('--status must be a number from 100 to 599');
  return Number(given);
}
