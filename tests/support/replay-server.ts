import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReplayReply {
  status: number;
  headers?: Record<string, string>;
  body: string;
}

export interface RecordedRequest {
  method: string;
  /** Path without the query. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
}

/** `hang` never answers, `reset` cuts the connection without an answer. */
export type ReplayAnswer = ReplayReply | 'hang' | 'reset';

export interface ReplayRoute {
  method?: string;
  path: string | RegExp;
  reply: ReplayAnswer | ((request: RecordedRequest) => ReplayAnswer | Promise<ReplayAnswer>);
}

export interface ReplayServer {
  /** Origin without a slash at the end. */
  readonly url: string;
  readonly requests: RecordedRequest[];
  /** From now on these routes answer instead of those given at the start. */
  replaceWith(routes: readonly ReplayRoute[]): void;
  close(): Promise<void>;
}

/**
 * Plays given replies over HTTP on a free port of the loopback address and records what was asked. It knows nothing
 * of Microsoft: what it says is what the test wrote. A request that no route fits is answered with 404 and an empty
 * body, which no test expects to be a success.
 */
export async function startReplayServer(routes: readonly ReplayRoute[]): Promise<ReplayServer> {
  const requests: RecordedRequest[] = [];
  let current = routes;
  const server = createServer((incoming, response) => {
    void play(incoming, response).catch(() => incoming.socket.destroy());
  });

  async function play(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await record(incoming);
    requests.push(request);
    const route = current.find((candidate) => fits(candidate, request));
    const reply = typeof route?.reply === 'function' ? await route.reply(request) : route?.reply;
    if (reply === 'hang') return;
    if (reply === 'reset') {
      incoming.socket.resetAndDestroy();
      return;
    }
    response.writeHead(reply?.status ?? 404, reply?.headers).end(reply?.body);
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    replaceWith: (next) => {
      current = next;
    },
    close: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function fits(route: ReplayRoute, request: RecordedRequest): boolean {
  if (route.method !== undefined && route.method !== request.method) return false;
  return typeof route.path === 'string' ? route.path === request.path : route.path.test(request.path);
}

async function record(incoming: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const address = new URL(incoming.url ?? '/', 'http://replay');
  return {
    method: incoming.method ?? '',
    path: address.pathname,
    query: address.searchParams,
    headers: incoming.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
