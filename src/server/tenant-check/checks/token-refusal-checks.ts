import { randomUUID } from 'node:crypto';
import { forTenant } from '../../config/cloud.ts';
import type { AppTokenRequest } from '../../protocols/entra/index.ts';
import { refusalOfReply } from '../../protocols/http/index.ts';
import type { Check } from '../check.ts';
import type { Sight } from '../outcome.ts';
import { describeRefusal } from '../describe-refusal.ts';
import { readJsonObject } from '../read-json.ts';
import type { TenantUnderCheck } from '../tenant-under-check.ts';

/** Office 365 Exchange Online, by the application id that every cloud knows. */
export const exchangeOnline = '00000002-0000-0ff1-ce00-000000000000';

const bodyFields = ['error', 'error_description', 'error_codes', 'timestamp', 'trace_id', 'correlation_id'];
const allFields = bodyFields.join(', ');
const notASecret = 'AAA8Q~not-the-secret-of-this-application-AAA';

/**
 * Refusals of the token endpoint ("Microsoft Entra authentication and authorization error codes"), each provoked by one
 * wrong value. They leave a failed sign-in of the application in the directory's sign-in log, and nothing else.
 */
export const tokenRefusalChecks: readonly Check[] = [
  refusal({
    id: 'secret-wrong',
    assumption: 'A wrong secret is refused with 7000215.',
    expected: ['401 invalid_client AADSTS7000215, read as secret-wrong'],
    change: () => ({ clientSecret: notASecret }),
  }),
  {
    id: 'secret-missing',
    assumption: 'A request without a secret is refused with 7000218.',
    expected: ['401 invalid_client AADSTS7000218, read as secret-missing'],
    look: (tenant) => post(tenant, { client_secret: null }),
  },
  refusal({
    id: 'application-unknown',
    assumption: 'An application that the directory does not know is refused with 700016.',
    expected: ['400 unauthorized_client AADSTS700016, read as app-not-found'],
    change: () => ({ clientId: randomUUID() }),
  }),
  refusal({
    id: 'directory-unknown',
    assumption: 'A directory that does not exist is refused with 90002.',
    expected: [
      '400 invalid_tenant AADSTS90002, read as tenant-not-found',
      '400 invalid_request AADSTS90002, read as tenant-not-found',
    ],
    change: ({ subject }) => ({ tokenEndpoint: forTenant(subject.cloud.token, randomUUID()) }),
  }),
  refusal({
    id: 'directory-malformed',
    assumption: 'A text that is no directory is refused with 900023.',
    expected: ['400 invalid_request AADSTS900023, read as tenant-not-found'],
    change: ({ subject }) => ({ tokenEndpoint: forTenant(subject.cloud.token, 'not a directory') }),
  }),
  refusal({
    id: 'single-tenant-at-common',
    assumption: 'A single-tenant registration is refused at /common with 50194.',
    expected: ['400 invalid_request AADSTS50194, read as app-config-wrong'],
    change: ({ subject }) => ({ tokenEndpoint: forTenant(subject.cloud.token, 'common') }),
  }),
  refusal({
    id: 'scope-not-default',
    assumption: 'A single right as the scope of an app-only token is refused with 1002012.',
    expected: ['400 invalid_scope AADSTS1002012, read as request-malformed'],
    change: ({ subject }) => ({ scope: `${subject.cloud.graphResource}/Mail.Send` }),
  }),
  refusal({
    id: 'two-resources',
    assumption: 'Scopes of two resources in one request are refused with 28000.',
    expected: ['400 invalid_request AADSTS28000, read as request-malformed'],
    change: ({ subject }) => ({
      scope: `${subject.cloud.graphResource}/.default ${exchangeOnline}/.default`,
    }),
  }),
  {
    id: 'scope-missing',
    assumption: 'A request without a scope is refused with 900144.',
    expected: ['400 invalid_request AADSTS900144, read as request-malformed'],
    look: (tenant) => post(tenant, { scope: null }),
  },
  refusal({
    id: 'resource-unknown',
    assumption: 'A resource that the directory does not know is refused with 500011.',
    expected: ['400 invalid_resource AADSTS500011, read as resource-not-in-tenant'],
    change: () => ({ scope: `api://${randomUUID()}/.default` }),
  }),
  {
    id: 'refresh-token-unknown',
    assumption: 'A text that is no refresh token is refused as an invalid grant with 70000.',
    expected: ['400 invalid_grant AADSTS70000, read as grant-revoked'],
    look: (tenant) => post(tenant, { grant_type: 'refresh_token', refresh_token: 'not-a-refresh-token' }),
  },
  {
    id: 'refusal-body',
    assumption: 'A refusal of the token endpoint names the error, its number, its time and two ids.',
    expected: [allFields],
    async look(tenant) {
      await tenant.appToken();
      const reply = await tenant.postForToken({ client_secret: null });
      // A proxy's page has none of the fields, and says nothing about Entra's.
      describeRefusal(refusalOfReply(reply), 'entra', 'app-token', tenant.now());
      const answer = readJsonObject(reply.body);
      return { seen: bodyFields.filter((field) => field in answer).join(', ') };
    },
  },
];

/**
 * A request of the product's own client that is wrong in one value. The others have to be right, or nobody knows which
 * of them was refused.
 */
function refusal({
  change,
  ...about
}: Omit<Check, 'look'> & { change: (tenant: TenantUnderCheck) => Partial<AppTokenRequest> }): Check {
  return {
    ...about,
    async look(tenant) {
      await tenant.appToken();
      const answer = await tenant.askForToken(change(tenant));
      if ('accessToken' in answer) return { seen: 'a token' };
      return describeRefusal(answer, 'entra', 'app-token', tenant.now());
    },
  };
}

async function post(tenant: TenantUnderCheck, change: Record<string, string | null>): Promise<Sight> {
  await tenant.appToken();
  const refusal = refusalOfReply(await tenant.postForToken(change));
  const stage = change['grant_type'] === 'refresh_token' ? 'refresh' : 'app-token';
  return describeRefusal(refusal, 'entra', stage, tenant.now());
}
