import { largestBatch } from '../../protocols/graph/index.ts';
import { refusalOfReply, type HttpReply } from '../../protocols/http/index.ts';
import type { Check } from '../check.ts';
import { NotChecked, type Sight } from '../outcome.ts';
import { describeRefusal } from '../describe-refusal.ts';
import type { TenantUnderCheck } from '../tenant-under-check.ts';
import { hasRight } from './graph-probe-checks.ts';
import { exchangeOnline } from './token-refusal-checks.ts';

const refusedToken = '401 InvalidAuthenticationToken, read as token-invalid';
const refusalFields = 'code, message, innerError with request-id and date; header request-id';

/** Refusals of Graph ("Microsoft Graph error responses and resource types"). */
export const graphRefusalChecks: readonly Check[] = [
  {
    id: 'graph-without-token',
    assumption: 'A request without a token is refused with 401 InvalidAuthenticationToken.',
    expected: [refusedToken],
    look: async (tenant) => described(tenant, await batch(tenant, undefined, [])),
  },
  {
    id: 'graph-broken-token',
    assumption: 'A text that is no token is refused like a missing one.',
    expected: [refusedToken],
    look: async (tenant) => described(tenant, await batch(tenant, 'x', [])),
  },
  {
    id: 'graph-token-first',
    assumption: 'The token is checked before the path.',
    expected: [refusedToken],
    look: async (tenant) =>
      described(tenant, await tenant.ask(`${tenant.subject.cloud.graph}/v1.0/there-is-no-such-thing`)),
  },
  {
    id: 'graph-wrong-audience',
    assumption: 'A token for another resource is refused with 401 InvalidAuthenticationToken.',
    expected: ['401 InvalidAuthenticationToken, read as token-wrong-audience'],
    async look(tenant) {
      const other = await tenant.askForToken({ scope: `${exchangeOnline}/.default` });
      if (!('accessToken' in other)) {
        const { seen } = describeRefusal(other, 'entra', 'app-token', tenant.now());
        throw new NotChecked(`no token for Exchange Online: ${seen}`);
      }
      return described(tenant, await batch(tenant, other.accessToken, []));
    },
  },
  {
    id: 'graph-refusal-body',
    assumption: "A refusal of Graph names code, message, time and the request's id.",
    expected: [refusalFields],
    look: async (tenant) => lookAtFields(await batch(tenant, undefined, [])),
  },
  {
    id: 'batch-empty',
    assumption: 'A batch without requests is refused with 400.',
    expected: ['400 BadRequest, read as request-malformed'],
    look: async (tenant) => described(tenant, await batch(tenant, await tokenOf(tenant), [])),
  },
  {
    id: 'batch-too-large',
    assumption: `A batch of more than ${largestBatch} requests is refused as a whole with 400.`,
    expected: ['400 MaximumValueExceeded, read as request-malformed'],
    async look(tenant) {
      const items = Array.from(
        { length: largestBatch + 1 },
        (_, index) => `/there-is-no-such-thing-${index}`,
      );
      return described(tenant, await batch(tenant, await tokenOf(tenant), items));
    },
  },
  {
    id: 'graph-path-unknown',
    assumption: 'A path that Graph does not know is refused with 400, not 404.',
    expected: ['400 BadRequest, read as request-malformed'],
    look: async (tenant) => described(tenant, await get(tenant, 'there-is-no-such-thing')),
  },
  {
    id: 'graph-property-unknown',
    assumption: 'A property that Graph does not know is refused with 400 BadRequest.',
    expected: ['400 BadRequest, read as request-malformed'],
    async look(tenant) {
      if (!(await hasRight(tenant, 'mail'))) throw new NotChecked('the right is not in the token');
      const mailbox = encodeURIComponent(tenant.subject.mailbox);
      return described(tenant, await get(tenant, `users/${mailbox}/mailFolders/inbox?$select=colour`));
    },
  },
];

async function get(tenant: TenantUnderCheck, path: string): Promise<HttpReply> {
  const authorization = `Bearer ${await tokenOf(tenant)}`;
  return tenant.ask(`${tenant.subject.cloud.graph}/v1.0/${path}`, { headers: { authorization } });
}

async function tokenOf(tenant: TenantUnderCheck): Promise<string> {
  return (await tenant.appToken()).accessToken;
}

/** A batch that the product's client would not send: without a token, without requests, or with too many. */
async function batch(
  tenant: TenantUnderCheck,
  token: string | undefined,
  urls: readonly string[],
): Promise<HttpReply> {
  const requests = urls.map((url, index) => ({ id: String(index), method: 'GET', url }));
  return tenant.ask(`${tenant.subject.cloud.graph}/v1.0/$batch`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ requests }),
  });
}

function described(tenant: TenantUnderCheck, reply: HttpReply): Sight {
  return describeRefusal(refusalOfReply(reply), 'graph', 'graph-probe', tenant.now());
}

function lookAtFields({ headers, body }: HttpReply): Sight {
  const inner = '"innerError"\\s*:\\s*\\{';
  const there = [
    /"code"\s*:\s*"/,
    /"message"\s*:\s*"/,
    new RegExp(`${inner}[^}]*"request-id"`),
    new RegExp(`${inner}[^}]*"date"`),
  ].every((field) => field.test(body));
  const header = headers['request-id'] !== undefined;
  return { seen: there && header ? refusalFields : `header request-id: ${header}`, said: body };
}
