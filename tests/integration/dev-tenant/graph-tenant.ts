import { startDevTenant, type DevTenant } from '../../../src/dev-tenant/dev-tenant.ts';
import { signToken } from '../../../src/dev-tenant/entra/access-token.ts';
import { clientIds, tenantIds } from '../../../src/dev-tenant/seed/identifiers.ts';
import type { SeedRegistration } from '../../../src/dev-tenant/seed/summary.ts';

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

/** A dev tenant with its seed, as a client of Graph meets it. */
export class GraphTenant {
  readonly #tenant: DevTenant;

  private constructor(tenant: DevTenant) {
    this.#tenant = tenant;
  }

  static async start(): Promise<GraphTenant> {
    return new GraphTenant(await startDevTenant());
  }

  get context(): DevTenant['context'] {
    return this.#tenant.context;
  }

  get seed(): DevTenant['seed'] {
    return this.#tenant.seed;
  }

  close(): Promise<void> {
    return this.#tenant.close();
  }

  /** Signs with the tenant's own key, so that any set of rights can be tried. */
  sign(claims: Claims, lifetimeSeconds = 3600): Promise<string> {
    const common = { aud: 'https://graph.microsoft.com', tid: tenantIds.muster, appid: clientIds.timeSensor };
    return signToken(this.context, { ...common, ...claims }, lifetimeSeconds);
  }

  /** The app-only token that Entra issues to a registration (client credentials, `.default`). */
  async entraToken({ directoryId, applicationId, clientSecret }: SeedRegistration): Promise<string> {
    const response = await fetch(`${this.#tenant.url}/${directoryId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: applicationId,
        client_secret: clientSecret,
        scope: 'https://graph.microsoft.com/.default',
      }),
    });
    const { access_token: token } = (await response.json()) as { access_token?: string };
    if (token === undefined) throw new Error(`Entra answered ${response.status} without a token`);
    return token;
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
