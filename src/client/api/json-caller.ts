import type * as z from 'zod/mini';
import { readJson, type ApiRequest, type Transport } from './transport.ts';

const readingMs = 20_000;

/** One call of the API whose answer has an agreed shape; `ms` is how long to wait for it. Throws as Transport does. */
export type JsonCaller = <T>(
  path: string,
  schema: z.ZodMiniType<T>,
  request?: ApiRequest,
  ms?: number,
) => Promise<T>;

export function jsonCaller(transport: Transport): JsonCaller {
  return async (path, schema, request = {}, ms = readingMs) =>
    readJson(await transport(path, { ...request, signal: AbortSignal.timeout(ms) }), schema);
}
