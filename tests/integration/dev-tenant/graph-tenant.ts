import fastify from 'fastify';
import { SignJWT } from 'jose';

import type { DevTenantContext } from '../../../src/dev-tenant/context.ts';
import { graphRoutes } from '../../../src/dev-tenant/graph/graph.ts';
import { clientIds, tenantIds } from '../../../src/dev-tenant/seed/identifiers.ts';
import { openTenantContext } from '../../../src/dev-tenant/tenant-context.ts';

export const everyRight = [
  'Calendars.ReadWrite',
  'Contacts.ReadWrite',
  'Tasks.ReadWrite.All',
  'Mail.ReadWrite',
  'Mail.Send',
  'User.Read.All',
];

export interface GraphError {
  error: { code: string; message: string; innerError: Record<string, string> };
}

export interface ItemAnswer {
  id: string;
  status: number;
  headers: Record<string, string>;
  body: GraphError & { value: Record<string, unknown>[] };
}

/** Claims of a Graph token as Entra issues them (version 1). */
export type Claims = Record<string, unknown>;

/** The emulated Graph on a port of its own, with the seed of the dev tenant and its keys. */
export class GraphTenant {
  readonly context: DevTenantContext;
  readonly close: () => Promise<unknown>;

  private constructor(context: DevTenantContext, close: () => Promise<unknown>) {
    this.context = context;
    this.close = close;
  }

  static async start(): Promise<GraphTenant> {
    const app = fastify({ forceCloseConnections: true });
    let address = '';
    const context = await openTenantContext({
      dataDir: undefined,
      productUrl: 'http://localhost:3979',
      now: Date.now,
      baseUrl: () => address,
    });
    await app.register(graphRoutes(context), { prefix: '/graph' });
    address = await app.listen({ port: 0, host: '127.0.0.1' });
    return new GraphTenant(context, () => app.close());
  }

  /** Signs with the tenant's own key, so that any set of rights can be tried. */
  async sign(claims: Claims, lifetimeSeconds = 3600): Promise<string> {
    const { kid, privateKey } = this.context.keys.current;
    const issuedAt = Math.floor(this.context.now() / 1000);
    return new SignJWT({
      aud: 'https://graph.microsoft.com',
      iss: `https://sts.windows.net/${tenantIds.muster}/`,
      tid: tenantIds.muster,
      appid: clientIds.timeSensor,
      iat: issuedAt,
      exp: issuedAt + lifetimeSeconds,
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid })
      .sign(privateKey);
  }

  /** An app-only token with these application permissions. */
  appToken(roles: string[] = everyRight): Promise<string> {
    return this.sign({ roles });
  }

  async request(method: string, path: string, token: string | null, body?: unknown): Promise<Response> {
    return fetch(`${this.context.baseUrl()}/graph/v1.0/${path}`, {
      method,
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  get(path: string, token: string | null): Promise<Response> {
    return this.request('GET', path, token);
  }

  post(path: string, token: string | null, body: unknown): Promise<Response> {
    return this.request('POST', path, token, body);
  }

  /** Sends a batch and returns its items by id. */
  async batch(token: string, requests: unknown[]): Promise<Map<string, ItemAnswer>> {
    const response = await this.post('$batch', token, { requests });
    if (response.status !== 200)
      throw new Error(`batch answered ${response.status}: ${await response.text()}`);
    const { responses } = (await response.json()) as { responses: ItemAnswer[] };
    return new Map(responses.map((item) => [item.id, item]));
  }
}

/** Status and code of a refusal in one word, e.g. `403 ErrorAccessDenied`. */
export async function refusal(response: Response): Promise<string> {
  const { error } = (await response.json()) as GraphError;
  return `${response.status} ${error.code}`;
}

export async function valueOf(response: Response): Promise<Record<string, unknown>[]> {
  const { value } = (await response.json()) as { value: Record<string, unknown>[] };
  return value;
}
