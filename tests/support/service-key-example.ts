export interface Connection {
  /** Address of LEGAL 365 Connect, without a slash at the end. */
  url: string;
  entityId: string;
  serviceKey: string;
}

interface Token {
  accessToken: string;
  /** ISO time. */
  expiresAt: string;
}

/** Why there is no token. Decide by `code`; the rest is for the log. */
export class NoTokenError extends Error {
  override readonly name = 'NoTokenError';
  readonly code: string;
  /** Microsoft's reason, where it is one. */
  readonly reason: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(response: Response, problem: { code?: string; detail?: string; cause?: string }) {
    super(problem.detail ?? `LEGAL 365 Connect answered ${response.status}`);
    this.code = problem.code ?? 'internal';
    this.reason = problem.cause;
    this.retryAfterSeconds = Number(response.headers.get('retry-after')) || undefined;
  }
}

/** Tokens of one entity for Microsoft Graph: one is kept until five minutes before its end. */
export class GraphTokens {
  readonly #connection: Connection;
  #kept: Token | undefined;
  #asked: Promise<Token> | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async get(): Promise<string> {
    if (this.#kept && Date.parse(this.#kept.expiresAt) - Date.now() > 5 * 60_000) {
      return this.#kept.accessToken;
    }
    // Calls at the same time wait for one answer.
    this.#asked ??= askForToken(this.#connection).finally(() => (this.#asked = undefined));
    this.#kept = await this.#asked;
    return this.#kept.accessToken;
  }

  forget(accessToken: string): void {
    if (this.#kept?.accessToken === accessToken) this.#kept = undefined;
  }
}

async function askForToken({ url, entityId, serviceKey }: Connection): Promise<Token> {
  const response = await fetch(`${url}/api/v1/entities/${entityId}/access-token`, {
    method: 'POST',
    headers: { authorization: `Bearer ${serviceKey}` },
    redirect: 'error',
    signal: AbortSignal.timeout(30_000),
  });
  if (response.ok) return (await response.json()) as Token;
  // A proxy in between may answer with a page.
  const problem = (await response.json().catch(() => ({}))) as { code?: string };
  throw new NoTokenError(response, problem);
}

/** Calls Graph; after a 401 once more, with a token that was asked for again. */
export async function callGraph(tokens: GraphTokens, url: string, init: RequestInit = {}): Promise<Response> {
  const call = (accessToken: string) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${accessToken}`);
    return fetch(url, { ...init, headers });
  };
  const accessToken = await tokens.get();
  const response = await call(accessToken);
  if (response.status !== 401) return response;
  tokens.forget(accessToken);
  return call(await tokens.get());
}
