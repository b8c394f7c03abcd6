import type { NetworkError } from './evidence.ts';
import { certain, guess, likely, type Finding, type Judgement } from './finding.ts';
import { networkCodes, networkProse } from './network-codes.ts';

const chainLimit = 8;
const messageRead = 2048;

const findingOf = (code: string): Finding | undefined =>
  Object.hasOwn(networkCodes, code) ? networkCodes[code] : undefined;

/**
 * A connection that failed before an answer came. A code in the message is finer than the error's own where that is a
 * wrapper: nodemailer reports refused connections and certificate faults alike as ESOCKET.
 */
export function judgeNetwork(error: NetworkError): Judgement {
  const text = error.message.slice(0, messageRead);
  const own = error.code === undefined ? undefined : findingOf(error.code);
  if (own && error.code !== 'EPROTO') return certain(own);
  const inMessage = text
    .split(/[^A-Za-z0-9_]+/)
    .map(findingOf)
    .find((finding) => finding !== undefined);
  if (inMessage) return certain(inMessage);
  const said = networkProse.find(([pattern]) => pattern.test(text))?.[1] ?? own;
  if (said) return likely(said);
  return guess({
    cause: 'unknown',
    alternatives: ['network-unreachable', 'connection-dropped'],
    retry: 'later',
  });
}

/**
 * The network error inside whatever was thrown: fetch wraps it as `cause`, a connection tried over several addresses
 * as `errors`. The innermost error with a code that is known wins, else the innermost at all.
 */
export function networkErrorOf(thrown: unknown, host?: string): NetworkError {
  const chain = chainOf(thrown);
  const named = chain.findLast((error) => error.code !== undefined && findingOf(error.code)) ?? chain.at(-1);
  const found = named ?? { message: String(thrown) };
  return { ...found, ...(host === undefined ? {} : { host }) };
}

/** By shape, not by `instanceof`: undici's and another realm's errors are not instances of our Error. */
interface ErrorShape {
  message: string;
  name?: unknown;
  code?: unknown;
  cause?: unknown;
  errors?: unknown;
}
const isError = (value: unknown): value is ErrorShape =>
  typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string';

function chainOf(thrown: unknown): NetworkError[] {
  const chain: NetworkError[] = [];
  let error = thrown;
  while (isError(error) && chain.length < chainLimit) {
    const code = typeof error.code === 'string' ? error.code : error.name;
    chain.push({ message: error.message, ...(typeof code === 'string' && code !== 'Error' ? { code } : {}) });
    error = error.cause ?? (Array.isArray(error.errors) ? (error.errors as unknown[])[0] : undefined);
  }
  return chain;
}
