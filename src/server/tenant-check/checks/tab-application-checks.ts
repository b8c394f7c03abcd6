import { createTokenVerifier } from '../../http/access-token.ts';
import { forTenant } from '../../config/cloud.ts';
import type { Check } from '../check.ts';
import type { AppToken } from '../../protocols/entra/index.ts';
import type { Refusal } from '../../protocols/http/index.ts';
import { NotChecked, type Sight } from '../outcome.ts';
import { describeRefusal } from '../describe-refusal.ts';
import type { TabApplication } from '../subject.ts';
import { decodeToken, type TenantUnderCheck } from '../tenant-under-check.ts';

const elsewhere = 'https://connect-check.invalid';
const goodButForScope = 'refused for the missing scope alone';
const signInNeeded = "redirect to the tab's sign-in page with login_required";
const mayRead = (allowed: boolean) => (allowed ? 'the page may read the answer' : 'the page may not read it');

/** The tab's own application: docs/real-tenant.md says how it is registered. */
export const tabApplicationChecks: readonly Check[] = [
  {
    id: 'tab-redirect',
    assumption:
      "The tab's redirect URI is registered, and a silent sign-in of nobody comes back with login_required.",
    expected: [signInNeeded],
    look: lookAtRedirect,
  },
  {
    id: 'tab-cors',
    assumption: "Microsoft lets the tab's page read the token endpoint.",
    expected: [mayRead(true)],
    look: async (tenant) => lookAtCors(tenant, tabOf(tenant).publicUrl),
  },
  {
    id: 'tab-cors-elsewhere',
    assumption: 'Pages of other origins may not read the token endpoint.',
    expected: [mayRead(false)],
    look: async (tenant) => lookAtCors(tenant, elsewhere),
  },
  {
    id: 'tab-application-id-uri',
    assumption: "The tab's application ID URI is registered as its host and client id make it.",
    // To ask for itself by URI is no request that Entra likes; it knows by then whose URI it is.
    expected: ['a token', '400 invalid_request AADSTS90009, read as request-malformed'],
    async look(tenant) {
      const answer = await askAsTab(tenant, resourceOf(tabOf(tenant)));
      if ('accessToken' in answer) return { seen: 'a token' };
      return describeRefusal(answer, 'entra', 'app-token', tenant.now());
    },
  },
  {
    id: 'tab-api-token',
    assumption:
      "A token for the tab's API passes the server's own check of signature, audience, version and issuer; app-only, it lacks the scope of a person.",
    expected: [goodButForScope],
    look: lookAtApiToken,
  },
];

function tabOf({ subject: { tab } }: TenantUnderCheck): TabApplication {
  if (tab === null) throw new NotChecked('CONNECT_CLIENT_ID and PUBLIC_URL are not given');
  return tab;
}

const redirectUriOf = ({ publicUrl }: TabApplication): string => `${publicUrl}/tab/auth.html`;
const resourceOf = ({ publicUrl, clientId }: TabApplication): string =>
  `api://${new URL(publicUrl).host}/${clientId}`;

/** A PKCE challenge (RFC 7636 appendix B): single-page applications must send one, and its code is never redeemed. */
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

async function lookAtRedirect(tenant: TenantUnderCheck): Promise<Sight> {
  const tab = tabOf(tenant);
  const query = new URLSearchParams({
    client_id: tab.clientId,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: redirectUriOf(tab),
    scope: `openid ${resourceOf(tab)}/access_as_user`,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    prompt: 'none',
  });
  const { status, headers, body } = await tenant.ask(
    `${tenant.inDirectory(tenant.subject.cloud.authorize)}?${query.toString()}`,
  );
  const { location } = headers;
  if (location === undefined || !location.startsWith(redirectUriOf(tab))) {
    return { seen: `${status}, ${/AADSTS\d{4,8}/.exec(body)?.[0] ?? 'another page'}` };
  }
  const answer = new URLSearchParams(location.split('?')[1]);
  const error = answer.get('error') ?? 'no error';
  const said = answer.get('error_description') ?? undefined;
  return error === 'login_required' ? { seen: signInNeeded } : { seen: `redirect with ${error}`, said };
}

/** A code that is none, redeemed as a browser would: the refusal's headers say who may read it. */
async function lookAtCors(tenant: TenantUnderCheck, origin: string): Promise<Sight> {
  const tab = tabOf(tenant);
  const { headers } = await tenant.ask(tenant.inDirectory(tenant.subject.cloud.token), {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: tab.clientId,
      redirect_uri: redirectUriOf(tab),
      code: 'not-a-code',
      code_verifier: 'not-a-verifier-but-long-enough-to-be-one-in-form',
    }),
  });
  const allowed = headers['access-control-allow-origin'];
  return { seen: mayRead(allowed === '*' || allowed === origin) };
}

/** Version 1 tokens, another application ID URI or another issuer show here before the first person signs on. */
async function lookAtApiToken(tenant: TenantUnderCheck): Promise<Sight> {
  const tab = tabOf(tenant);
  const { cloud, directoryId } = tenant.subject;
  const answer = await askAsTab(tenant, tab.clientId);
  if (!('accessToken' in answer)) return describeRefusal(answer, 'entra', 'app-token', tenant.now());
  const verifier = createTokenVerifier({
    clientId: tab.clientId,
    issuer: cloud.issuer,
    jwksUri: forTenant(cloud.jwks, 'common'),
    clients: [tab.clientId],
    operatorTenant: undefined,
    now: tenant.now,
    isAllowedTenant: (tenantId) => tenantId === directoryId,
  });
  const check = await verifier.check(answer.accessToken);
  if ('person' in check) return { seen: 'accepted as a person' };
  if (check.refusal === 'unavailable') throw new NotChecked(check.reason);
  const { aud, iss, ver } = decodeToken(answer.accessToken).claims;
  const said = JSON.stringify({ aud, iss, ver });
  const isScope = check.reason === 'the scope access_as_user is missing';
  return isScope ? { seen: goodButForScope } : { seen: `refused: ${check.reason}`, said };
}

/** An app-only token of the tab's application for itself: `resource` is its application ID URI or its client id. */
async function askAsTab(tenant: TenantUnderCheck, resource: string): Promise<AppToken | Refusal> {
  const { clientId, secret } = tabOf(tenant);
  if (secret === null) throw new NotChecked('CONNECT_CLIENT_SECRET is not given');
  const clientSecret = secret.reveal();
  return tenant.askForToken({ clientId, clientSecret, scope: `${resource}/.default` });
}
