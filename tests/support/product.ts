import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import type { Entity } from '../../src/shared/api/entities.ts';
import type { Problem } from '../../src/shared/api/problem.ts';
import type { TenantCloudEndpoints } from '../../src/dev-tenant/cloud-endpoints.ts';
import { issueHostToken } from '../../src/dev-tenant/entra/host-broker.ts';
import { startDevTenant, type DevTenant } from '../../src/dev-tenant/dev-tenant.ts';
import { startApp, type App, type AppOptions } from '../../src/server/app.ts';
import { createParts, type Parts } from '../../src/server/app-parts.ts';
import { ownEncryptionKeys } from '../../src/server/config/encryption-keys.ts';
import { readConfig } from '../../src/server/config/config.ts';
import type { Environment } from '../../src/server/config/environment.ts';
import { openTestDatabase, type DatabaseKind } from './database.ts';

export interface Answer<Body = unknown> {
  status: number;
  headers: Headers;
  body: Body;
  text: string;
}

/** Calls the API as one person. */
export interface Caller {
  token: string;
  call<Body = Entity & Problem>(method: string, path: string, body?: unknown): Promise<Answer<Body>>;
}

export interface Product {
  url: string;
  tenant: DevTenant;
  app: App;
  /** Every line that was logged so far. */
  logged(): string;
  /** Somebody of the seed by the name of the account, `admin@muster.example`. */
  as(userPrincipalName: string): Promise<Caller>;
  /** Switches a fault of the dev tenant on. */
  fault(name: string, parameters?: object): Promise<void>;
  noFaults(): Promise<void>;
  /** What another process on the same database would do its work with, at a time: nothing runs by itself. */
  anotherProcess(at?: number): Promise<Parts>;
  close(): Promise<void>;
}

export interface ProductOptions {
  database?: DatabaseKind;
  now?: () => number;
  /** What runs something later, where the test decides when that is. */
  after?: NonNullable<AppOptions['after']>;
  environment?: Environment;
  /** Puts other servers in place of the dev tenant's. */
  endpoints?: (given: TenantCloudEndpoints) => TenantCloudEndpoints;
  /** How long an answer of Microsoft is waited for. */
  answerWithinMs?: number;
}

const asGiven = (endpoints: TenantCloudEndpoints): TenantCloudEndpoints => endpoints;

/** The real server against the dev tenant, on a database of its own. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const clock = options.now ? { now: options.now } : {};
  const patience = options.answerWithinMs ? { answerWithinMs: options.answerWithinMs } : {};
  const tenant = await startDevTenant({ ...clock, exchange: {} });
  const database = await openTestDatabase(options.database ?? 'embedded');
  const dataDir = mkdtempSync(join(tmpdir(), 'connect-'));
  const lines: string[] = [];
  const memory = new Writable({
    write(line, _encoding, done) {
      lines.push(String(line));
      done();
    },
  });
  const log = pino({ level: 'trace' }, memory);
  const config = readConfig({
    HOST: 'localhost',
    PORT: '0',
    DATA_DIR: dataDir,
    CLOUD: 'custom',
    CLOUD_ENDPOINTS: JSON.stringify((options.endpoints ?? asGiven)(tenant.clientCloudEndpoints())),
    ALLOWED_TENANTS: tenant.seed.tenants.map(({ id }) => id).join(','),
    OPERATOR_TENANT: tenant.seed.tenants[0]!.id,
    CONNECT_CLIENT_ID: tenant.seed.connect.applicationId,
    ...options.environment,
  });
  const timers = options.after ? { after: options.after } : {};
  const app = await startApp({ config, log, database, ...clock, ...timers, ...patience });
  return {
    url: app.url,
    tenant,
    app,
    logged: () => lines.join(''),
    as: async (name) => caller(app.url, await tokenFor(tenant, name)),
    fault: (name, parameters = {}) => control(tenant, 'PUT', `faults/${name}`, { on: true, ...parameters }),
    noFaults: () => control(tenant, 'POST', 'reset', {}),
    anotherProcess: (at) =>
      createParts({
        config,
        database,
        keys: ownEncryptionKeys(dataDir),
        log,
        now: at === undefined ? (options.now ?? Date.now) : () => at,
        after: () => () => undefined,
        answerWithinMs: 5000,
      }),
    async close() {
      await app.close();
      await tenant.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The token that Teams would hand to the tab of a signed-in person. */
export async function tokenFor(tenant: DevTenant, userPrincipalName: string): Promise<string> {
  const { connect, users } = tenant.seed;
  const user = users.find((each) => [each.userPrincipalName, each.signInName].includes(userPrincipalName));
  if (!user) throw new Error(`the seed has no ${userPrincipalName}`);
  const issued = await issueHostToken(tenant.context, {
    userId: user.id,
    clientId: connect.applicationId,
    scopes: [`${connect.identifierUri}/access_as_user`],
    hostClientId: connect.applicationId,
  });
  if (!issued.ok) throw new Error(`${issued.error}: ${issued.description}`);
  return issued.accessToken;
}

export function caller(url: string, token: string): Caller {
  return {
    token,
    async call<Body>(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
      const response = await fetch(`${url}/api/v1/${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const parsed = text === '' ? null : (JSON.parse(text) as unknown);
      return { status: response.status, headers: response.headers, body: parsed as Body, text };
    },
  };
}

async function control(tenant: DevTenant, method: string, path: string, body: object): Promise<void> {
  const response = await fetch(`${tenant.url}/control/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
}
