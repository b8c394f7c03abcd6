import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startDevTenant, type DevTenant } from '../../../src/dev-tenant/dev-tenant.ts';
import type { Environment } from '../../../src/server/config/environment.ts';
import {
  allChecks,
  exitCode,
  humanReport,
  jsonReport,
  readSubject,
  runChecks,
  type CheckResult,
} from '../../../src/server/tenant-check/index.ts';
import {
  startAlteredMicrosoft,
  type Alteration,
  type AlteredMicrosoft,
} from '../../support/altered-microsoft.ts';
import { startReplayServer, type RecordedRequest, type ReplayReply } from '../../support/replay-server.ts';

const publicUrl = 'http://localhost:3979';
let tenant: DevTenant;
let altered: AlteredMicrosoft;

beforeAll(async () => {
  tenant = await startDevTenant({ productUrl: publicUrl });
  altered = await startAlteredMicrosoft(tenant);
});
afterAll(async () => {
  await altered.server.close();
  await tenant.close();
});
beforeEach(async () => {
  await fetch(`${tenant.url}/control/reset`, { method: 'POST' });
});

/** The environment of an operator who checks the dev tenant, as if it were a real one. */
function environment(
  which: 'ready' | 'bare' = 'ready',
  endpoints: object = tenant.clientCloudEndpoints(),
): Environment {
  const { connect, [which]: registration } = tenant.seed;
  return {
    CLOUD: 'custom',
    CLOUD_ENDPOINTS: JSON.stringify(endpoints),
    PUBLIC_URL: publicUrl,
    CONNECT_CLIENT_ID: connect.applicationId,
    CONNECT_CLIENT_SECRET: connect.clientSecret,
    CHECK_DIRECTORY_ID: registration.directoryId,
    CHECK_APPLICATION_ID: registration.applicationId,
    CHECK_CLIENT_SECRET: registration.clientSecret,
    CHECK_MAILBOX: 'lawyer@muster.example',
  };
}

const check = (env: Environment) => runChecks(readSubject(env), { answerWithinMs: 2_000 });

function idsOf(results: CheckResult[], outcome: CheckResult['outcome']): string[] {
  return results.filter((result) => result.outcome === outcome).map(({ id }) => id);
}

describe('the check of a tenant', () => {
  test('finds nothing different in the dev tenant', async () => {
    const results = await check(environment());
    expect(results.filter(({ outcome }) => outcome === 'differs')).toEqual([]);
    expect(idsOf(results, 'not-checked')).toEqual(
      expect.arrayContaining(['app-token-without-consent', 'mailbox-unknown-directory']),
    );
    expect(idsOf(results, 'as-assumed').length).toBeGreaterThan(45);
    expect(exitCode(results)).toBe(0);
  });

  test('finds nothing different with a registration that nobody consented to', async () => {
    const results = await check(environment('bare'));
    expect(results.filter(({ outcome }) => outcome === 'differs')).toEqual([]);
    expect(idsOf(results, 'as-assumed')).toEqual(
      expect.arrayContaining(['app-token-without-consent', 'probe-calendar', 'probe-to-do']),
    );
    expect(exitCode(results)).toBe(0);
  });

  test('changes nothing in the tenant', async () => {
    const before = JSON.stringify(tenant.context.directory);
    await check(environment());
    expect(JSON.stringify(tenant.context.directory)).toBe(before);
  });

  test('begins no question when the time for all of them is over', async () => {
    const results = await runChecks(readSubject(environment()), { allWithinMs: -1 });
    expect(idsOf(results, 'not-checked')).toEqual(allChecks.map(({ id }) => id));
    expect(exitCode(results)).toBe(2);
  });

  test('gives each check an id of its own', () => {
    expect(new Set(allChecks.map(({ id }) => id)).size).toBe(allChecks.length);
  });
});

/** An answer whose JSON body is changed. */
function withBody(reply: ReplayReply, change: (body: Record<string, unknown>) => object): ReplayReply {
  return { ...reply, body: JSON.stringify(change(JSON.parse(reply.body) as Record<string, unknown>)) };
}
const isToken = ({ path }: RecordedRequest) => path.endsWith('/oauth2/v2.0/token');
const isBatch = ({ path }: RecordedRequest) => path.endsWith('/$batch');
const says = (reply: ReplayReply, number: number) => new RegExp(`AADSTS${number}\\b`).test(reply.body);
const renumbered =
  (from: number, to: number): Alteration =>
  (request, reply) =>
    isToken(request) && says(reply, from)
      ? { ...reply, body: reply.body.replaceAll(String(from), String(to)) }
      : undefined;
const tokenAnswer =
  (change: (body: Record<string, unknown>) => object): Alteration =>
  (request, reply) =>
    isToken(request) && reply.status === 200 ? withBody(reply, change) : undefined;

/** Items of a batch answer, one of them changed. */
const batchItem =
  (id: string, change: object): Alteration =>
  (request, reply) =>
    isBatch(request) && reply.status === 200
      ? withBody(reply, ({ responses }) => ({
          responses: (responses as { id: string; status: number }[]).map((item) =>
            item.id === id && item.status === 200 ? { ...item, ...change } : item,
          ),
        }))
      : undefined;

const differences: [what: string, alteration: Alteration, differing: string[]][] = [
  [
    'another issuer',
    ({ path }, reply) =>
      path.endsWith('openid-configuration') && reply.status === 200
        ? withBody(reply, (body) => ({ ...body, issuer: 'https://issuer.example/' }))
        : undefined,
    ['openid-metadata'],
  ],
  [
    'keys of its own for the directory',
    ({ path }, reply) =>
      path.endsWith('/discovery/v2.0/keys') && !path.startsWith('/common/')
        ? withBody(reply, () => ({ keys: [{ kid: 'own', kty: 'RSA' }] }))
        : undefined,
    ['keys-shared'],
  ],
  [
    'metadata for no other origin',
    ({ path }, reply) => {
      if (!path.endsWith('openid-configuration')) return undefined;
      const { 'access-control-allow-origin': _, ...headers } = reply.headers ?? {};
      return { ...reply, headers };
    },
    ['metadata-cors'],
  ],
  [
    'tokens that last a day',
    tokenAnswer((body) => ({ ...body, expires_in: 86_400 })),
    ['app-token-lifetime'],
  ],
  [
    'a refresh token for an application',
    tokenAnswer((body) => ({ ...body, refresh_token: 'there-should-be-none' })),
    ['app-token-fields'],
  ],
  ['another number for a wrong secret', renumbered(7000215, 7000999), ['secret-wrong']],
  ['another number for a missing secret', renumbered(7000218, 7000999), ['secret-missing']],
  ['another number for an unknown application', renumbered(700016, 700999), ['application-unknown']],
  [
    'another status for an unknown directory',
    (request, reply) => (says(reply, 90002) && isToken(request) ? { ...reply, status: 404 } : undefined),
    ['directory-unknown'],
  ],
  [
    'refusals without ids',
    (request, reply) =>
      isToken(request) && says(reply, 7000218)
        ? withBody(reply, ({ trace_id: _trace, ...body }) => body)
        : undefined,
    ['refusal-body'],
  ],
  ['a probe that is refused with the right', batchItem('mail', { status: 403 }), ['probe-mail']],
  ['a probe that is answered with 206', batchItem('contacts', { status: 206 }), ['probe-contacts']],
  [
    'a batch with an answer missing',
    (request, reply) =>
      isBatch(request) && reply.status === 200
        ? withBody(reply, ({ responses }) => ({
            responses: (responses as { id: string; status: number }[]).filter(
              ({ id, status }) => id !== 'calendar' || status !== 200,
            ),
          }))
        : undefined,
    ['batch-answers-each', 'probe-calendar'],
  ],
  [
    'another code for no token at all',
    ({ path, headers }, reply) =>
      path.startsWith('/graph/') && headers.authorization === undefined
        ? { ...reply, body: reply.body.replace('InvalidAuthenticationToken', 'Unauthenticated') }
        : undefined,
    ['graph-without-token', 'graph-token-first'],
  ],
  [
    'a redirect to an address that nobody registered',
    ({ path, query }) =>
      path.endsWith('/v2.0/authorize') && query.get('redirect_uri')?.includes('.invalid')
        ? {
            status: 302,
            headers: { location: `${query.get('redirect_uri')}?error=invalid_request` },
            body: '',
          }
        : undefined,
    ['redirect-unregistered'],
  ],
  [
    'a consent that is answered to an address that nobody registered',
    ({ path, query }) =>
      path.endsWith('/v2.0/adminconsent') && query.has('redirect_uri')
        ? { status: 302, headers: { location: query.get('redirect_uri') ?? '' }, body: '' }
        : undefined,
    ['consent-redirect-unregistered'],
  ],
];

describe('a Microsoft 365 that answers otherwise', () => {
  const env = () => {
    // The tab's tokens name the dev tenant as issuer, wherever they came through.
    const { CONNECT_CLIENT_ID: _id, ...rest } = environment('ready', altered.endpoints);
    return rest;
  };

  test('is no difference as long as it answers as assumed', async () => {
    altered.alter(() => undefined);
    expect(idsOf(await check(env()), 'differs')).toEqual([]);
  });

  test.each(differences)(
    'with %s is reported, with what was expected and seen',
    async (_what, alteration, ids) => {
      altered.alter(alteration);
      const results = await check(env());
      expect(idsOf(results, 'differs')).toEqual(ids);
      expect(exitCode(results)).toBe(1);
      const subject = readSubject(env());
      const report = humanReport(subject, results);
      for (const { id, expected, seen } of results.filter(({ outcome }) => outcome === 'differs')) {
        expect(seen).not.toBe('');
        for (const text of [id, expected, seen]) expect(report).toContain(text);
      }
    },
  );

  test('as a proxy, a full server or a closed door tells nothing about Microsoft', async () => {
    const pages: ReplayReply[] = [
      { status: 403, headers: { 'content-type': 'text/html' }, body: '<html>Access denied by policy</html>' },
      { status: 503, headers: { 'retry-after': '30' }, body: '' },
    ];
    for (const page of pages) {
      altered.alter((request) => (isToken(request) ? page : undefined));
      const results = await check(env());
      expect(idsOf(results, 'differs')).toEqual([]);
      expect(exitCode(results)).toBe(2);
    }
    const nobody = await startReplayServer([]);
    await nobody.close();
    const closed = { ...altered.endpoints, token: `${nobody.url}/{tenant}/token` };
    const results = await check({ ...env(), CLOUD_ENDPOINTS: JSON.stringify(closed) });
    expect(results.find(({ id }) => id === 'app-token')).toMatchObject({
      outcome: 'not-checked',
      seen: expect.stringContaining('ECONNREFUSED'),
    });
  });

  test('that repeats credentials and steers the terminal shows neither', async () => {
    const { clientSecret } = tenant.seed.ready;
    let token = '';
    altered.alter((request, reply) => {
      if (isToken(request) && reply.status === 200) {
        token = (JSON.parse(reply.body) as { access_token: string }).access_token;
        return undefined;
      }
      if (!isBatch(request) || request.headers.authorization === undefined) return undefined;
      const message = `\u001b[2J${clientSecret} ${encodeURIComponent(clientSecret)} ${token} Bearer ${token}`;
      return { status: 418, headers: {}, body: JSON.stringify({ error: { code: 'Echo', message } }) };
    });
    const results = await check(env());
    expect(idsOf(results, 'differs')).toContain('batch-answers-each');
    const subject = readSubject(env());
    for (const text of [humanReport(subject, results), jsonReport(subject, results, Date.now())]) {
      expect(text).toContain('[hidden]');
      for (const secret of [clientSecret, token, token.slice(0, 40), '\u001b'])
        expect(text).not.toContain(secret);
    }
  });
});

describe("the tab's application", () => {
  const application = () =>
    tenant.context.directory.applications.find(({ appId }) => appId === tenant.seed.connect.applicationId)!;

  async function lookAt(id: string): Promise<CheckResult | undefined> {
    return (await check(environment())).find((result) => result.id === id);
  }

  test('registered for version 1 tokens is found before anybody signs on', async () => {
    application().requestedAccessTokenVersion = 1;
    expect(await lookAt('tab-api-token')).toMatchObject({
      outcome: 'differs',
      seen: expect.stringMatching(/^refused: /),
    });
  });

  test('with another application ID URI is found', async () => {
    application().identifierUris = ['api://elsewhere.example/x'];
    expect(await lookAt('tab-application-id-uri')).toMatchObject({
      outcome: 'differs',
      seen: expect.stringContaining('AADSTS500011'),
    });
  });

  test('without its redirect URI is found', async () => {
    application().redirectUris.spa = [];
    expect(await lookAt('tab-redirect')).toMatchObject({ outcome: 'differs', seen: '400, AADSTS50011' });
    expect(await lookAt('tab-cors')).toMatchObject({ outcome: 'differs' });
  });

  test('is not checked where the environment does not name it', async () => {
    const { PUBLIC_URL: _url, ...env } = environment();
    const results = (await check(env)).filter(({ id }) => id.startsWith('tab-'));
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['not-checked']));
  });
});
