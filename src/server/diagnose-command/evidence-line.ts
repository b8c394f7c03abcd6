import { protocols, stages, type Protocol, type Stage } from '../../shared/causes.ts';

/** One line of evidence, read. */
export interface EvidenceLine {
  id?: string | number;
  protocol?: Protocol;
  stage?: Stage;
  httpStatus?: number;
  headers?: Record<string, string>;
  raw: string;
}

/** A line that is no evidence, in a sentence that repeats nothing of it. */
export class LineError extends Error {
  override readonly name = 'LineError';
  readonly id: string | number | undefined;

  constructor(message: string, id?: string | number) {
    super(message);
    this.id = id;
  }
}

/**
 * Reads `{id, protocol, stage, httpStatus, headers, raw}`; null counts as not given, other fields are not looked at.
 * @throws {LineError}
 */
export function readEvidenceLine(line: string): EvidenceLine {
  const given = parsed(line);
  const id = idOf(given['id']);
  const read = <T>(name: string, of: (value: unknown) => T | undefined, must: string): Record<string, T> => {
    const value = given[name] ?? undefined;
    if (value === undefined) return {};
    const found = of(value);
    if (found === undefined) throw new LineError(`${name} must be ${must}`, id);
    return { [name]: found };
  };
  const word =
    <T extends string>(words: readonly T[]) =>
    (value: unknown) =>
      words.find((each) => each === value);
  return {
    ...(id === undefined ? {} : { id }),
    ...read('protocol', word(protocols), `one of: ${protocols.join(' ')}`),
    ...read('stage', word(stages), `one of: ${stages.join(' ')}`),
    ...read('httpStatus', statusOf, 'a whole number from 100 to 599'),
    ...read('headers', headersOf, 'an object of names and values'),
    raw: '',
    ...read('raw', rawOf, 'a text'),
  };
}

function parsed(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (isObject(value)) return value;
  } catch {
    throw new LineError('is no JSON');
  }
  throw new LineError('is no JSON object');
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function idOf(value: unknown): string | number | undefined {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (value === undefined || value === null) return undefined;
  throw new LineError('id must be a text or a number');
}

const statusOf = (value: unknown): number | undefined =>
  Number.isInteger(value) && Number(value) >= 100 && Number(value) <= 599 ? Number(value) : undefined;

/** A body that was parsed on its way is as good as its text. */
const rawOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : isObject(value) ? JSON.stringify(value) : undefined;

/** Values as libraries give them: texts, numbers, or a list where a header came several times. */
function headersOf(value: unknown): Record<string, string> | undefined {
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value)
    .filter(([, each]) => each !== null)
    .map(([name, each]) => [name, Array.isArray(each) ? each.join(', ') : each] as const);
  const plain = entries.every(([, each]) => typeof each === 'string' || typeof each === 'number');
  return plain ? Object.fromEntries(entries.map(([name, each]) => [name, String(each)])) : undefined;
}
