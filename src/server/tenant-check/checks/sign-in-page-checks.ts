import { tenantWideConsentPage } from '../../config/cloud.ts';
import type { HttpReply } from '../../protocols/http/index.ts';
import type { Check } from '../check.ts';
import type { Sight } from '../outcome.ts';
import type { TenantUnderCheck } from '../tenant-under-check.ts';

/** An address that nobody has registered: the top-level domain is reserved for that (RFC 6761 section 6.4). */
const unregistered = 'https://connect-check.invalid/callback';
const staysThere = 'stays with Microsoft';

/** Pages of Microsoft's that a browser is sent to. They are fetched without signing in, so nothing is granted. */
export const signInPageChecks: readonly Check[] = [
  {
    id: 'redirect-unregistered',
    assumption: 'Sign-in with a redirect URI that is not registered ends on a page of Microsoft with 50011.',
    expected: ['stays with Microsoft, AADSTS50011'],
    async look(tenant) {
      const url = pageAddress(tenant, tenant.subject.cloud.authorize, {
        response_type: 'code',
        redirect_uri: unregistered,
        scope: 'openid',
      });
      return described(url, await fetchPage(tenant, url), { withNumber: true });
    },
  },
  {
    id: 'consent-redirect-unregistered',
    assumption: 'Admin consent with a redirect URI that is not registered sends nothing there.',
    expected: [staysThere],
    async look(tenant) {
      const { adminConsent, graphResource } = tenant.subject.cloud;
      const scope = `${graphResource}/.default`;
      const url = pageAddress(tenant, adminConsent, { redirect_uri: unregistered, scope });
      return described(url, await fetchPage(tenant, url));
    },
  },
  {
    id: 'consent-without-redirect',
    assumption: 'The link of admin consent without a redirect URI opens a page of Microsoft.',
    expected: [staysThere],
    async look(tenant) {
      const url = pageAddress(tenant, tenantWideConsentPage(tenant.subject.cloud), {});
      return described(url, await fetchPage(tenant, url));
    },
  },
  {
    id: 'consent-v2-without-redirect',
    assumption: 'So does the link of the v2 form without a redirect URI.',
    expected: [staysThere],
    async look(tenant) {
      const { adminConsent, graphResource } = tenant.subject.cloud;
      const url = pageAddress(tenant, adminConsent, { scope: `${graphResource}/.default` });
      return described(url, await fetchPage(tenant, url));
    },
  },
];

function pageAddress(tenant: TenantUnderCheck, address: string, parameters: Record<string, string>): string {
  const query = new URLSearchParams({ client_id: tenant.subject.applicationId, ...parameters });
  return `${tenant.inDirectory(address)}?${query.toString()}`;
}

async function fetchPage(tenant: TenantUnderCheck, url: string): Promise<HttpReply> {
  return tenant.ask(url, { headers: { accept: 'text/html' } });
}

/** A page, or a redirect within the login host, where the sign-in begins. */
function described(asked: string, { status, headers, body }: HttpReply, { withNumber = false } = {}): Sight {
  const { location } = headers;
  if (location !== undefined) {
    const target = URL.parse(location, asked)?.origin ?? 'no address';
    if (target !== new URL(asked).origin) return { seen: `${status}, redirect to ${target}` };
  }
  const isPage = location !== undefined || /^text\/html/i.test(headers['content-type'] ?? '');
  if (!isPage) return { seen: `${status}, no page` };
  const number = /AADSTS\d{4,8}/.exec(body)?.[0] ?? 'no AADSTS number on the page';
  return { seen: withNumber ? `${staysThere}, ${number}` : staysThere };
}
