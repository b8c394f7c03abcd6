import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { forTenant } from '../../../src/server/config/cloud.ts';
import { type Config, readConfig } from '../../../src/server/config/config.ts';
import { ConfigError } from '../../../src/server/config/config-error.ts';
import { ownEncryptionKeys } from '../../../src/server/config/encryption-keys.ts';
import { type Environment, readEnvironment } from '../../../src/server/config/environment.ts';
import { isLoopback } from '../../../src/server/config/loopback.ts';
import { nationalClouds } from '../../../src/server/config/national-clouds.ts';
import { Secret } from '../../../src/server/config/secrets.ts';

const tenant = '11111111-2222-3333-4444-555555555555';
const client = 'AAAAAAAA-bbbb-cccc-dddd-eeeeeeeeeeee';
const key = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;

/** The least that starts on this machine. */
const local: Environment = { CONNECT_CLIENT_ID: client, ALLOWED_TENANTS: tenant };
/** The least that starts for a network. */
const production: Environment = {
  ...local,
  HOST: '0.0.0.0',
  PUBLIC_URL: 'https://connect.muster.example',
  DATABASE_URL: 'postgres://connect:hunter2@db.muster.example:5432/connect',
  ENCRYPTION_KEYS: key('k1'),
};
const devTenant = {
  issuer: 'http://localhost:3980/{tenant}/v2.0',
  authorize: 'http://localhost:3980/{tenant}/oauth2/v2.0/authorize',
  token: 'http://localhost:3980/{tenant}/oauth2/v2.0/token',
  adminConsent: 'http://localhost:3980/{tenant}/v2.0/adminconsent',
  jwks: 'http://localhost:3980/common/discovery/v2.0/keys',
  graph: 'http://localhost:3980/graph/',
  hostOrigins: ['http://localhost:3978'],
};
const demo: Environment = {
  CONNECT_CLIENT_ID: client,
  CLOUD: 'custom',
  CLOUD_ENDPOINTS: JSON.stringify(devTenant),
};

function problemsOf(env: Environment): string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('defaults', () => {
  test('an installation without addresses listens on loopback and keeps its data beside it', () => {
    expect(readConfig(local)).toMatchObject({
      host: '127.0.0.1',
      port: 3979,
      publicUrl: 'http://localhost:3979',
      role: 'all',
      logLevel: 'info',
      database: { kind: 'embedded', directory: join('.data', 'database') },
      encryptionKeys: 'own',
      cloud: { name: 'global', graph: 'https://graph.microsoft.com' },
      allowedTenants: [tenant],
      client: { id: client.toLowerCase(), secret: null },
    } satisfies Partial<Record<keyof Config, unknown>>);
  });

  test('a server for a network starts with the address, database and keys it was given', () => {
    const config = readConfig({ ...production, ROLE: 'worker' });
    expect(config).toMatchObject({ role: 'worker', publicUrl: 'https://connect.muster.example' });
    expect(config.database.kind === 'postgresql' && config.database.url.reveal()).toBe(
      production.DATABASE_URL,
    );
    expect(config.encryptionKeys).toHaveLength(1);
  });

  test('a cloud of its own on this machine may use http and admits any of its tenants', () => {
    const { cloud, allowedTenants, publicUrl } = readConfig({ ...demo, PORT: '0' });
    expect(cloud).toMatchObject({
      graph: 'http://localhost:3980/graph',
      graphResource: 'https://graph.microsoft.com',
      outlookResource: 'https://outlook.office.com',
      pop: null,
    });
    expect(allowedTenants).toBe('any');
    expect(publicUrl).toBeNull();
  });
});

describe('each contradiction is refused with a sentence that names the variable', () => {
  const refusals: [string, Environment, RegExp][] = [
    ['port beyond the range', { ...local, PORT: '65536' }, /^PORT must be/],
    ['port that is no number', { ...local, PORT: '39x' }, /^PORT must be/],
    ['no public address on a network', { ...production, PUBLIC_URL: undefined! }, /^PUBLIC_URL is missing/],
    [
      'http on a network',
      { ...production, PUBLIC_URL: 'http://connect.muster.example' },
      /^PUBLIC_URL must be https/,
    ],
    [
      'http for a public name behind a proxy',
      { ...local, PUBLIC_URL: 'http://muster.example' },
      /^PUBLIC_URL must be https/,
    ],
    [
      'public address with a path',
      { ...production, PUBLIC_URL: 'https://muster.example/connect' },
      /without path/,
    ],
    [
      'public address with a password',
      { ...production, PUBLIC_URL: 'https://a:b@muster.example' },
      /without path/,
    ],
    ['public address that is none', { ...production, PUBLIC_URL: 'muster.example' }, /^PUBLIC_URL/],
    [
      'another database',
      { ...production, DATABASE_URL: 'mysql://db/connect' },
      /^DATABASE_URL must read postgres:/,
    ],
    [
      'no keys with a server database',
      { ...production, ENCRYPTION_KEYS: undefined! },
      /^ENCRYPTION_KEYS is missing/,
    ],
    [
      'no keys on a network',
      { ...production, DATABASE_URL: undefined!, ENCRYPTION_KEYS: undefined! },
      /^ENCRYPTION_KEYS is missing/,
    ],
    ['key of 16 bytes', { ...local, ENCRYPTION_KEYS: `a:${randomBytes(16).toString('base64')}` }, /32 bytes/],
    ['key without id', { ...local, ENCRYPTION_KEYS: randomBytes(32).toString('base64') }, /id:base64/],
    ['two keys of one id', { ...local, ENCRYPTION_KEYS: `${key('a')},${key('a')}` }, /twice/],
    ['unknown cloud', { ...local, CLOUD: 'germany' }, /^CLOUD must be one of global/],
    ['endpoints for a cloud of Microsoft', { ...local, CLOUD_ENDPOINTS: '{}' }, /CLOUD=custom only/],
    ['cloud of its own without endpoints', { ...local, CLOUD: 'custom' }, /needs CLOUD_ENDPOINTS/],
    ['endpoints that are no JSON', { ...demo, CLOUD_ENDPOINTS: '{' }, /not JSON/],
    [
      'issuer without a place for the tenant',
      { ...demo, CLOUD_ENDPOINTS: JSON.stringify({ ...devTenant, issuer: 'http://localhost' }) },
      /issuer: must contain \{tenant\}/,
    ],
    [
      'endpoint with a password',
      { ...demo, CLOUD_ENDPOINTS: JSON.stringify({ ...devTenant, graph: 'https://a:b@graph.example' }) },
      /graph: must be/,
    ],
    [
      'endpoint of another protocol',
      { ...demo, CLOUD_ENDPOINTS: JSON.stringify({ ...devTenant, jwks: 'file:///etc/keys' }) },
      /jwks: must be/,
    ],
    [
      'misspelt endpoint',
      { ...demo, CLOUD_ENDPOINTS: JSON.stringify({ ...devTenant, grpah: 'https://x' }) },
      /grpah/,
    ],
    [
      'origin that would end a CSP directive',
      {
        ...demo,
        CLOUD_ENDPOINTS: JSON.stringify({ ...devTenant, frameAncestors: ['https://a; script-src *'] }),
      },
      /frameAncestors/,
    ],
    [
      'http endpoints on a network',
      { ...production, ...demo, ALLOWED_TENANTS: tenant },
      /need HOST and PUBLIC_URL to be loopback \(issuer/,
    ],
    [
      'http endpoints behind a public proxy',
      { ...demo, ALLOWED_TENANTS: tenant, PUBLIC_URL: 'https://muster.example' },
      /to be loopback/,
    ],
    [
      'any tenant behind a public proxy',
      { ...demo, PUBLIC_URL: 'https://muster.example' },
      /^ALLOWED_TENANTS is missing/,
    ],
    ['no tenants', { CONNECT_CLIENT_ID: client }, /^ALLOWED_TENANTS is missing/],
    ['an empty list of tenants', { ...local, ALLOWED_TENANTS: ' , ' }, /^ALLOWED_TENANTS is empty/],
    [
      'tenant by its domain',
      { ...local, ALLOWED_TENANTS: `${tenant}, muster.example` },
      /^ALLOWED_TENANTS must be made of GUIDs/,
    ],
    ['operator tenant that is no GUID', { ...local, OPERATOR_TENANT: 'muster.example' }, /^OPERATOR_TENANT/],
    ['no client id', { ALLOWED_TENANTS: tenant }, /^CONNECT_CLIENT_ID is missing/],
    ['unknown role', { ...local, ROLE: 'primary' }, /^ROLE must be one of/],
    ['worker of an embedded database', { ...local, ROLE: 'worker' }, /needs DATABASE_URL/],
    ['unknown log level', { ...local, LOG_LEVEL: 'verbose' }, /^LOG_LEVEL must be one of/],
  ];

  test.each(refusals)('%s', (_name, env, sentence) => {
    const problems = problemsOf(env);
    expect(problems).toEqual(expect.arrayContaining([expect.stringMatching(sentence)]));
    for (const problem of problems) expect(problem).toMatch(/[.)]$/);
  });

  test('all problems are told at once', () => {
    expect(problemsOf({ PORT: 'x', ROLE: 'x', LOG_LEVEL: 'x', CLOUD: 'x' })).toHaveLength(6);
  });

  test('no refusal repeats a value that may be a secret in the wrong place', () => {
    const secret = 'Vb~8Q~hunter2hunter2';
    const env = {
      ...production,
      CONNECT_CLIENT_ID: secret,
      ALLOWED_TENANTS: secret,
      ENCRYPTION_KEYS: secret,
      DATABASE_URL: secret,
    };
    expect(problemsOf(env)).toHaveLength(4);
    expect(problemsOf(env).join()).not.toContain('hunter2');
  });

  test('whatever the text, a refusal is a list of sentences and never another error', () => {
    fc.assert(
      fc.property(
        fc.record({
          PORT: fc.string(),
          PUBLIC_URL: fc.string(),
          ENCRYPTION_KEYS: fc.string(),
          CLOUD: fc.constantFrom('custom', 'x'),
          CLOUD_ENDPOINTS: fc.oneof(fc.json(), fc.string()),
        }),
        (env) => {
          expect(problemsOf(env).length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('clouds', () => {
  test.each([...nationalClouds.values()])('$name has https addresses alone', (cloud) => {
    const { issuer, authorize, token, adminConsent, jwks, graph } = cloud;
    for (const address of [
      issuer,
      authorize,
      token,
      adminConsent,
      jwks,
      graph,
      ...Object.values(cloud.portal),
    ]) {
      expect(new URL(forTenant(address, tenant)).protocol).toBe('https:');
      expect(address).not.toMatch(/\/$/);
    }
    expect(cloud.frameAncestors.length).toBeGreaterThan(0);
  });

  test('a tenant id cannot leave its place in an address', () => {
    expect(forTenant('https://login/{tenant}/token', '../x?y')).toBe('https://login/..%2Fx%3Fy/token');
  });

  test.each(['localhost', '127.0.0.1', '127.8.8.8', '::1', '[::1]', 'demo.localhost', '::ffff:7f00:1'])(
    '%s is loopback',
    (host) => {
      expect(isLoopback(host)).toBe(true);
    },
  );
  test.each(['0.0.0.0', '::', 'localhost.example', '127.0.0.1.example', '10.0.0.1', ''])(
    '%s is not',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});

describe('secrets', () => {
  test('a secret shows in no text, document or print', () => {
    const secret = new Secret('hunter2');
    const shown = [
      String(secret),
      JSON.stringify({ secret }),
      inspect({ secret }, { showHidden: true, depth: 9 }),
      secret.toString(),
    ];
    expect(shown.join()).not.toContain('hunter2');
    expect(secret.reveal()).toBe('hunter2');
  });

  test('the whole configuration may be printed', () => {
    const keys = key('k1');
    const config = readConfig({ ...production, ENCRYPTION_KEYS: keys, CONNECT_CLIENT_SECRET: 'hunter2' });
    const printed = `${inspect(config, { depth: 9, showHidden: true })} ${JSON.stringify(config)}`;
    expect(printed).not.toContain('hunter2');
    expect(printed).not.toContain(keys.slice(3));
  });
});

describe('files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'config-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('a secret comes from its file without the line break at the end', () => {
    writeFileSync(join(folder, 'secret'), 'hunter2\n');
    expect(
      readEnvironment({ CONNECT_CLIENT_SECRET_FILE: join(folder, 'secret'), PORT: ' ', HOST: '::1' }),
    ).toEqual({
      CONNECT_CLIENT_SECRET: 'hunter2',
      HOST: '::1',
    });
  });

  test('a secret given twice, a missing, an empty and a huge file are refused together', () => {
    writeFileSync(join(folder, 'empty'), '\n');
    writeFileSync(join(folder, 'huge'), 'x'.repeat(70_000));
    const read = () =>
      readEnvironment({
        DATABASE_URL: 'postgres://x',
        DATABASE_URL_FILE: join(folder, 'empty'),
        ENCRYPTION_KEYS_FILE: join(folder, 'huge'),
        CONNECT_CLIENT_SECRET_FILE: join(folder, 'none'),
      });
    expect(read).toThrow(
      /DATABASE_URL and DATABASE_URL_FILE are both given[^]*more than 64 kB[^]*cannot be read: ENOENT/,
    );
    expect(() => readEnvironment({ DATABASE_URL_FILE: join(folder, 'empty') })).toThrow(/empty file/);
  });

  test('the first start makes a key that only its owner may read, the second finds the same', () => {
    const [first] = ownEncryptionKeys(join(folder, 'data'));
    const [second] = ownEncryptionKeys(join(folder, 'data'));
    expect(first?.key.equals(second!.key)).toBe(true);
    expect(statSync(join(folder, 'data', 'encryption.key')).mode & 0o777).toBe(0o600);
  });

  test('data without its key stops the start instead of being locked out for ever', () => {
    mkdirSync(join(folder, 'database'));
    writeFileSync(join(folder, 'database', 'PG_VERSION'), '18');
    expect(() => ownEncryptionKeys(folder)).toThrow(/encryption.key is missing/);
  });

  test('a key that others may read and a damaged one stop the start', () => {
    ownEncryptionKeys(folder);
    const path = join(folder, 'encryption.key');
    chmodSync(path, 0o644);
    expect(() => ownEncryptionKeys(folder)).toThrow(/chmod 600/);
    chmodSync(path, 0o600);
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, 20));
    expect(() => ownEncryptionKeys(folder)).toThrow(/damaged/);
  });
});
