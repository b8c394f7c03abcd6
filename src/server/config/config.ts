import { isIP } from 'node:net';
import { join } from 'node:path';
import { isGuid } from '../../shared/domain/guid.ts';
import { chooseCloud, isLocal } from './choose-cloud.ts';
import type { Cloud } from './cloud.ts';
import { ConfigError } from './config-error.ts';
import { type EncryptionKey, parseEncryptionKeys } from './encryption-keys.ts';
import type { Environment } from './environment.ts';
import { isLoopback } from './loopback.ts';
import { Secret } from './secrets.ts';

const roles = ['all', 'web', 'worker'] as const;
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** What the server does, decided once at its start. Addresses carry no slash at their end. */
export interface Config {
  host: string;
  /** 0: the system chooses. */
  port: number;
  /** Where browsers reach this server; null when the system chooses the port: then `http://localhost:<port>`. */
  publicUrl: string | null;
  role: (typeof roles)[number];
  logLevel: (typeof logLevels)[number];
  /** Where this installation keeps its files. */
  dataDir: string;
  database: { kind: 'postgresql'; url: Secret } | { kind: 'embedded'; directory: string };
  /** The first one encrypts. `own`: take them from `ownEncryptionKeys(dataDir)`. */
  encryptionKeys: EncryptionKey[] | 'own';
  cloud: Cloud;
  /** Directory ids in lower case; `any` only for a cloud of its own on this machine. */
  allowedTenants: readonly string[] | 'any';
  operatorTenant: string | null;
  /** Proxies whose X-Forwarded-For is believed: addresses and networks. */
  trustProxy: string[] | null;
  /** Our own application in Entra, for which the tab's tokens are issued. */
  client: { id: string; secret: Secret | null };
}

/**
 * Decides, and refuses what contradicts itself.
 * @throws ConfigError with every problem at once.
 */
export function readConfig(env: Environment): Config {
  const problems: string[] = [];
  const host = env.HOST ?? '127.0.0.1';
  const loopback = isLoopback(host);
  const local = isLocal(env);
  const port = portOf(env, problems);
  const dataDir = env.DATA_DIR ?? '.data';
  const cloud = chooseCloud(env, local, problems);
  const config = {
    host,
    port,
    dataDir,
    publicUrl: publicUrlOf(env, port, loopback, problems),
    role: choice('ROLE', env.ROLE ?? 'all', roles, problems),
    logLevel: choice('LOG_LEVEL', env.LOG_LEVEL ?? 'info', logLevels, problems),
    database: databaseOf(env, dataDir, problems),
    encryptionKeys: encryptionKeysOf(env, loopback, problems),
    allowedTenants: allowedTenantsOf(env, local, problems),
    operatorTenant: env.OPERATOR_TENANT ? guid('OPERATOR_TENANT', env.OPERATOR_TENANT, problems) : null,
    trustProxy: trustProxyOf(env, problems),
    client: {
      id: clientIdOf(env, problems),
      secret: env.CONNECT_CLIENT_SECRET ? new Secret(env.CONNECT_CLIENT_SECRET) : null,
    },
  };
  if (config.database.kind === 'embedded' && config.role !== 'all') {
    problems.push(
      `ROLE=${config.role} needs DATABASE_URL: the embedded database serves one process, whose role is "all".`,
    );
  }
  if (
    config.operatorTenant !== null &&
    config.allowedTenants !== 'any' &&
    !config.allowedTenants.includes(config.operatorTenant)
  ) {
    problems.push('OPERATOR_TENANT must stand in ALLOWED_TENANTS too: its people could not sign on.');
  }
  if (problems.length > 0 || cloud === undefined) throw new ConfigError(problems);
  return { ...config, cloud };
}

function portOf(env: Environment, problems: string[]): number {
  const text = env.PORT ?? '3979';
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535) problems.push('PORT must be a number from 0 to 65535.');
  return port;
}

/** Behind a proxy all requests come from one address: without this the rate limit would be shared by everybody. */
function trustProxyOf(env: Environment, problems: string[]): Config['trustProxy'] {
  const text = env.TRUST_PROXY;
  if (text === undefined) return null;
  const addresses = text.split(',').map((each) => each.trim());
  if (addresses.every((address) => isIP(address.replace(/\/\d{1,3}$/, '')) !== 0)) return addresses;
  problems.push('TRUST_PROXY must list the addresses of your proxies, such as 10.0.0.0/8.');
  return null;
}

function publicUrlOf(env: Environment, port: number, loopback: boolean, problems: string[]): string | null {
  if (env.PUBLIC_URL === undefined) {
    if (!loopback)
      problems.push('PUBLIC_URL is missing: when HOST is not loopback, browsers need an https address.');
    return port === 0 ? null : `http://localhost:${port}`;
  }
  const url = URL.canParse(env.PUBLIC_URL) ? new URL(env.PUBLIC_URL) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || `${url.origin}/` !== url.href) {
    problems.push('PUBLIC_URL must be an address without path, such as https://connect.example.com.');
    return null;
  }
  if (url.protocol === 'http:' && !(loopback && isLoopback(url.hostname))) {
    problems.push('PUBLIC_URL must be https unless both it and HOST are loopback.');
  }
  return url.origin;
}

function databaseOf(env: Environment, dataDir: string, problems: string[]): Config['database'] {
  if (env.DATABASE_URL === undefined) return { kind: 'embedded', directory: join(dataDir, 'database') };
  if (!/^postgres(ql)?:\/\//.test(env.DATABASE_URL) || !URL.canParse(env.DATABASE_URL)) {
    problems.push('DATABASE_URL must read postgres://user:password@host:5432/database.');
  }
  return { kind: 'postgresql', url: new Secret(env.DATABASE_URL) };
}

function encryptionKeysOf(env: Environment, loopback: boolean, problems: string[]): Config['encryptionKeys'] {
  if (env.ENCRYPTION_KEYS === undefined) {
    if (env.DATABASE_URL !== undefined || !loopback) {
      problems.push(
        'ENCRYPTION_KEYS is missing: only an embedded database on a loopback HOST makes a key of its own. Give id:base64(32 bytes).',
      );
    }
    return 'own';
  }
  const parsed = parseEncryptionKeys(env.ENCRYPTION_KEYS);
  problems.push(...parsed.problems);
  return parsed.keys;
}

function allowedTenantsOf(env: Environment, local: boolean, problems: string[]): Config['allowedTenants'] {
  if (env.ALLOWED_TENANTS === undefined) {
    if (env.CLOUD === 'custom' && local) return 'any';
    problems.push(
      'ALLOWED_TENANTS is missing: list the directory ids of the firms that may use this server.',
    );
    return [];
  }
  const ids = env.ALLOWED_TENANTS.split(',').map((id) => id.trim());
  if (ids.every((id) => id === ''))
    problems.push('ALLOWED_TENANTS is empty: list at least one directory id.');
  return ids.filter((id) => id !== '').map((id) => guid('ALLOWED_TENANTS', id, problems));
}

function clientIdOf(env: Environment, problems: string[]): string {
  if (env.CONNECT_CLIENT_ID !== undefined) return guid('CONNECT_CLIENT_ID', env.CONNECT_CLIENT_ID, problems);
  problems.push(
    "CONNECT_CLIENT_ID is missing: the application id of this product's own registration in Entra.",
  );
  return '';
}

// The value is not repeated: it may be a secret that was put in the wrong place.
function guid(name: string, text: string, problems: string[]): string {
  if (!isGuid(text))
    problems.push(`${name} must be made of GUIDs such as 11111111-2222-3333-4444-555555555555.`);
  return text.toLowerCase();
}

function choice<const T extends string>(
  name: string,
  text: string,
  allowed: readonly [T, ...T[]],
  problems: string[],
): T {
  const chosen = allowed.find((value) => value === text);
  if (chosen === undefined) problems.push(`${name} must be one of ${allowed.join(', ')}.`);
  return chosen ?? allowed[0];
}
