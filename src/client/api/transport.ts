import * as z from 'zod/mini';
import { problem } from '../../shared/api/problem.ts';
import type { TokenSource } from '../host/host.ts';
import { ApiProblem, ApiUnreachable } from './api-problem.ts';

export interface ApiRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  accept?: string;
  signal?: AbortSignal;
}

/** Sends one request to `/api/v1` and answers with the response when it is 2xx. Throws ApiProblem, ApiUnreachable or SignInNeeded. */
export type Transport = (path: string, request?: ApiRequest) => Promise<Response>;

export function bearerTransport(tokens: TokenSource): Transport {
  return async (path, request = {}) => {
    const first = await send(path, request, await tokens.silent());
    // A token may have been revoked, or the keys rolled over, before it ran out: one more try with a fresh one.
    const response =
      first.status === 401 ? await send(path, request, await tokens.silent({ fresh: true })) : first;
    if (response.ok) return response;
    throw await problemOf(response);
  };
}

async function send(
  path: string,
  { method = 'GET', body, accept, signal }: ApiRequest,
  token: string,
): Promise<Response> {
  const headers = new Headers({ authorization: `Bearer ${token}`, accept: accept ?? 'application/json' });
  if (body !== undefined) headers.set('content-type', 'application/json');
  try {
    return await fetch(`/api/v1${path}`, {
      method,
      headers,
      credentials: 'omit',
      cache: 'no-store',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    throw new ApiUnreachable('unreachable', error);
  }
}

async function problemOf(response: Response): Promise<ApiProblem | ApiUnreachable> {
  const parsed = z.safeParse(problem, await response.json().catch(() => undefined));
  if (parsed.success) return new ApiProblem(parsed.data);
  // A gateway in between answers in its own words.
  return new ApiUnreachable(response.status >= 500 ? 'unreachable' : 'unreadable', response.status);
}

/** Reads a JSON answer in the agreed shape. */
export async function readJson<T>(response: Response, schema: z.ZodMiniType<T>): Promise<T> {
  const parsed = z.safeParse(schema, await response.json().catch(() => undefined));
  if (!parsed.success) throw new ApiUnreachable('unreadable', parsed.error);
  return parsed.data;
}
