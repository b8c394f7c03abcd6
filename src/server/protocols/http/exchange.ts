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
      throw new NetworkError(
        `${origin} is not among the hosts this installation may call`,
        hostname,
        'EHOSTNOTALLOWED',
      );
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
        throw new NetworkError(`no answer within ${limits.timeoutMs / 1000} s`, hostname, 'ETIMEDOUT', {
          cause: error,
        });
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
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk.subarray(0, left), { stream: true });
    left -= chunk.length;
    if (left <= 0) break; // leaving the loop cancels the stream
  }
  return text + decoder.decode();
}

/** An error by its shape: Node's own may come from another realm than ours, where `instanceof` is false. */
interface Fault {
  message?: unknown;
  code?: unknown;
  cause?: unknown;
  errors?: unknown;
}

const deepestCause = 5;

/** `fetch` wraps what happened: "fetch failed" says nothing, its `cause` has Node's code. Outermost first. */
function causesOf(error: unknown): Fault[] {
  const faults: Fault[] = [];
  for (let inner = error; isFault(inner) && faults.length < deepestCause; inner = nextCause(inner))
    faults.push(inner);
  return faults;
}

/** Where several addresses were tried (IPv6, IPv4), the first failure stands for all. */
function nextCause({ cause, errors }: Fault): unknown {
  return cause ?? (Array.isArray(errors) ? (errors as unknown[])[0] : undefined);
}

function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null && 'message' in value;
}

function innermostCode(error: unknown): string | undefined {
  const codes = causesOf(error).map(({ code }) => code);
  return codes.findLast((code): code is string => typeof code === 'string');
}

function innermostMessage(error: unknown): string {
  const messages = causesOf(error).map(({ message }) => message);
  return (
    messages.findLast((text): text is string => typeof text === 'string' && text !== '') ??
    'the request failed'
  );
}
