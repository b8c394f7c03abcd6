import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';

export interface TokenServerOptions {
  /** How long an answer takes. */
  latencyMs: number;
  /** Life of an access token in seconds. */
  expiresIn: number;
  /** Seconds for which a used refresh token still works; null: for ever, as Entra documents it. */
  graceSeconds: number | null;
}

/** A token endpoint that only refreshes, for thousands of grants: it signs nothing and knows grants by a name. */
export interface TokenServer {
  url: string;
  /** A refresh token for a grant of this name. */
  grant(name: string): string;
  /** Requests that came, by grant. */
  asked: Map<string, number>;
  /** Answers with tokens that were sent, by grant. */
  issued: Map<string, number>;
  /** Requests of a grant that came while another of it was open. */
  overlaps: () => number;
  /** Refused because the refresh token was used up. */
  refusals: () => number;
  close(): Promise<void>;
}

interface Issued {
  name: string;
  usedAt: number | null;
}

export async function startTokenServer(options: TokenServerOptions): Promise<TokenServer> {
  const tokens = new Map<string, Issued>();
  const [asked, issued] = [new Map<string, number>(), new Map<string, number>()];
  let [overlaps, refusals] = [0, 0];
  const grant = (name: string) => {
    const token = randomUUID();
    tokens.set(token, { name, usedAt: null });
    return token;
  };
  const count = (map: Map<string, number>, name: string) => map.set(name, (map.get(name) ?? 0) + 1);
  const open = new Set<string>();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await text(request));
    const used = tokens.get(form.get('refresh_token') ?? '');
    const isUsedUp =
      used !== undefined &&
      used.usedAt !== null &&
      options.graceSeconds !== null &&
      Date.now() - used.usedAt > options.graceSeconds * 1000;
    if (used === undefined || isUsedUp) {
      refusals++;
      const body = { error: 'invalid_grant', error_description: 'AADSTS70000: used', error_codes: [70000] };
      response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      return;
    }
    const { name } = used;
    if (open.has(name)) overlaps++;
    open.add(name);
    count(asked, name);
    used.usedAt ??= Date.now();
    await delay(options.latencyMs);
    open.delete(name);
    count(issued, name);
    response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        token_type: 'Bearer',
        expires_in: options.expiresIn,
        access_token: unsigned({ aud: 'https://outlook.office.com', jti: randomUUID() }),
        refresh_token: grant(name),
      }),
    );
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    grant,
    asked,
    issued,
    overlaps: () => overlaps,
    refusals: () => refusals,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** As long as a real one, so that the database has as much to write. */
function unsigned(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ ...claims, filling: 'x'.repeat(1000) })}.`;
}
