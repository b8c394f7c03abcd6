/** A complete answer, bounded in size. Header names are lower-case; repeated headers are joined by a comma. */
export interface HttpReply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** No (complete) answer came: name not resolved, connection refused or dropped, certificate refused, time over. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
  /** Node's code of the underlying fault, e.g. `ENOTFOUND`, `CERT_HAS_EXPIRED`; `ETIMEDOUT` when our own time was over. */
  readonly code: string | undefined;
  readonly host: string;

  constructor(message: string, host: string, code: string | undefined, options?: ErrorOptions) {
    super(message, options);
    this.host = host;
    this.code = code;
  }
}

export interface HttpRequest {
  method: string;
  headers?: Record<string, string>;
  body?: string | URLSearchParams;
  signal?: AbortSignal;
}

/** One request, one answer. Rejects with `NetworkError` alone. */
export type HttpExchange = (url: string, request: HttpRequest) => Promise<HttpReply>;

export interface ExchangeLimits {
  /** Origins that may be called, e.g. `https://graph.microsoft.com`: everything else is refused before a packet leaves. */
  origins: readonly string[];
  /** Milliseconds until an answer must be complete. */
  timeoutMs: number;
  /** Bytes of an answer that are read; a longer one is cut, since its beginning is what explains it. */
  maxBytes: number;
}

/** Bounded requests over `fetch`. Redirects are not followed: Microsoft's APIs send none, captive portals do. */
export function createHttpExchange(limits: ExchangeLimits): HttpExchange {
  return async (url, request) => {
    const { origin, hostname } = new URL(url);
    if (!limits.origins.includes(origin)) {
      throw new NetworkError(`${origin} is not among the hosts this installation may call`, hostname, 'EHOSTNOTALLOWED');
    }
    const timeOver = AbortSignal.timeout(limits.timeoutMs);
    const signal = request.signal ? AbortSignal.any([timeOver, request.signal]) : timeOver;
    try {
      const response = await fetch(url, {
        method: request.method,
        headers: request.headers ?? {},
        body: request.body ?? null,
        redirect: 'manual',
        signal,
      });
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await readBounded(response, limits.maxBytes),
      };
    } catch (error) {
      if (timeOver.aborted) {
        throw new NetworkError(`no answer within ${limits.timeoutMs / 1000} s`, hostname, 'ETIMEDOUT', { cause: error });
      }
      throw new NetworkError(innermostMessage(error), hostname, innermostCode(error), { cause: error });
    }
  };
}

async function readBounded(response: Response, maxBytes: number): Promise<string> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let left = maxBytes;
  for await (const chunk of response.body) {
    text += decoder.decode(chunk.subarray(0, left), { stream: true });
    left -= chunk.length;
    if (left <= 0) break; // leaving the loop cancels the stream
  }
  return text + decoder.decode();
}

/** `fetch` wraps what happened: "fetch failed" says nothing, its `cause` has Node's code. */
function* causesOf(error: unknown): Generator<Error> {
  for (let inner = error, depth = 0; inner instanceof Error && depth < 5; inner = inner.cause, depth++) {
    yield inner;
    // Several addresses were tried (IPv6, IPv4): the first failure stands for all.
    if (inner instanceof AggregateError && inner.errors[0] instanceof Error) yield inner.errors[0];
  }
}

function innermostCode(error: unknown): string | undefined {
  const codes = [...causesOf(error)].map((each) => (each as NodeJS.ErrnoException).code);
  return codes.findLast((code): code is string => typeof code === 'string');
}

function innermostMessage(error: unknown): string {
  return [...causesOf(error)].findLast((each) => each.message !== '')?.message ?? 'the request failed';
}
