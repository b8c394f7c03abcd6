import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { adminCenterAnswer } from '../cloud-endpoints.ts';
import type { DevTenantContext } from '../context.ts';
import type { Application, Tenant } from '../directory/model.ts';
import { signInName } from './access-token.ts';
import { accountStep, readPageRequest, type PageRequest } from './account-step.ts';
import { grantForEveryone, mayGrant, requestedPermissions } from './admin-consent.ts';
import { sendPage } from './authorize-routes.ts';
import type { Person } from './authorize.ts';
import type { AccountQuestion } from './choose-account.ts';
import { findClient } from './client.ts';
import { clientFault } from './client-faults.ts';
import { adminApprovalPage, consentedPage, consentPage, refusalPage } from './pages/sign-in-pages.ts';
import {
  answerAddress,
  isAtOrBelow,
  readRedirectTarget,
  sendAnswer,
  type RedirectTarget,
} from './redirect-target.ts';
import { describe, Refusal, requestIds } from './refusal.ts';
import { adminApprovalNeeded, isAboutPerson, userDeclined, userNotInTenant } from './grant-refusals.ts';
import { parameterMissing, tenantMalformed } from './refusals.ts';
import type { SignInState } from './sign-in-state.ts';
import { readAuthority } from './tenant-path.ts';

interface AdminConsentRoute {
  Params: { tenant: string };
}

type Version = 1 | 2;

interface AdminConsentRequest extends AccountQuestion {
  version: Version;
  /** Absent: the result is shown on Microsoft's own page. */
  target: RedirectTarget | undefined;
  scope: string | undefined;
}

/** Nothing but the client's own addresses, and the admin center, which asks on behalf of any client. */
function readTarget(
  context: DevTenantContext,
  version: Version,
  client: Application,
  parameters: URLSearchParams,
): RedirectTarget | undefined {
  const redirectUri = parameters.get('redirect_uri');
  if (redirectUri === null) return undefined;
  if (redirectUri !== adminCenterAnswer(context.baseUrl())) {
    return readRedirectTarget(context, client, parameters, version === 1 ? isAtOrBelow : undefined);
  }
  const state = parameters.get('state') ?? undefined;
  return { redirectUri, redirectKind: 'web', responseMode: 'query', state };
}

function read(
  context: DevTenantContext,
  version: Version,
  segment: string,
  page: PageRequest,
): AdminConsentRequest {
  const { parameters } = page;
  // The v2 form knows no /common ("Admin consent URL").
  if (version === 2 && segment === 'common') throw tenantMalformed(segment);
  const authority = readAuthority(context, segment);
  const clientId = parameters.get('client_id');
  if (!clientId) throw parameterMissing('client_id');
  const client = findClient(context, authority, clientId);
  const target = readTarget(context, version, client, parameters);
  const scope = version === 2 ? parameters.get('scope') : undefined;
  if (scope === null || scope === '') throw parameterMissing('scope');
  return { version, authority, client, target, scope, prompt: undefined, loginHint: undefined };
}

/** How each form of the link words a refusal; the v2 form still says `admin_consent=True`. */
function refusalFields(
  context: DevTenantContext,
  version: Version,
  refusal: Refusal,
): Record<string, string> {
  const text = describe(refusal, requestIds(undefined), context.now());
  if (version === 1) return { error: 'permission_denied', error_description: text };
  const subcode = refusal.code === userDeclined().code ? { error_subcode: 'cancel' } : {};
  return { admin_consent: 'True', error: 'consent_required', error_description: text, ...subcode };
}

function tenantOf(
  context: DevTenantContext,
  { authority, client }: AdminConsentRequest,
  { user }: Person,
): Tenant {
  const home = context.directory.tenants.find(({ id }) => id === user.tenantId);
  const tenant = authority.kind === 'tenant' ? authority.tenant : home;
  if (!tenant || tenant.id !== user.tenantId) {
    throw userNotInTenant(signInName(user), tenant?.displayName ?? '', client.displayName);
  }
  return tenant;
}

async function decide(
  context: DevTenantContext,
  reply: FastifyReply,
  asked: AdminConsentRequest,
  person: Person,
  { form, action }: PageRequest,
): Promise<FastifyReply> {
  const { client, version, target, scope } = asked;
  const { user } = person;
  const tenant = tenantOf(context, asked, person);
  const permissions = requestedPermissions(context, client, tenant, scope);
  const refuse = (refusal: Refusal): Record<string, string> => ({
    ...refusalFields(context, version, refusal),
    ...(version === 2 && { tenant: tenant.id }),
  });
  if (!mayGrant(context, user, client, permissions)) {
    const state = target?.state === undefined ? {} : { state: target.state };
    const returnAddress = target && answerAddress(target, { ...refuse(adminApprovalNeeded()), ...state });
    const notice = { application: client.displayName, userName: signInName(user), action, returnAddress };
    return sendPage(reply, adminApprovalPage(notice));
  }
  const declines = clientFault(context, 'user-declined', client.appId) !== undefined;
  const answer = declines ? 'cancel' : form.get('step') === 'consent' ? form.get('answer') : null;
  if (answer === null) {
    const scopes = permissions.flatMap(({ roles, scopes: delegated }) => [...roles, ...delegated]);
    const question = { application: client.displayName, userId: user.id, userName: signInName(user), scopes };
    return sendPage(reply, consentPage(action, { ...question, organization: undefined }));
  }
  if (answer !== 'accept') {
    return target
      ? sendAnswer(reply, target, refuse(userDeclined()))
      : sendPage(reply, refusalPage(userDeclined().message, action));
  }
  await grantForEveryone(context, tenant.id, client, permissions);
  if (!target) return sendPage(reply, consentedPage(client.displayName));
  return sendAnswer(reply, target, {
    admin_consent: 'True',
    tenant: tenant.id,
    ...(scope !== undefined && { scope }),
  });
}

/** `/{tenant}/adminconsent` and `/{tenant}/v2.0/adminconsent`: an administrator consents for everyone, in advance. */
export function adminConsentRoutes(
  app: FastifyInstance,
  context: DevTenantContext,
  state: SignInState,
): void {
  const handle = async (
    version: Version,
    request: FastifyRequest<AdminConsentRoute>,
    reply: FastifyReply,
  ) => {
    const page = readPageRequest(request);
    try {
      const asked = read(context, version, request.params.tenant, page);
      const step = accountStep(context, state, request, reply, asked);
      if ('markup' in step) return await sendPage(reply, step.markup);
      return await decide(context, reply, asked, step, page);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const ids = requestIds(request.headers['client-request-id']);
      const action = isAboutPerson(error) ? page.action : undefined;
      return sendPage(reply, refusalPage(describe(error, ids, context.now()), action), 400);
    }
  };
  const method = ['GET', 'POST'];
  app.route<AdminConsentRoute>({
    method,
    url: '/:tenant/adminconsent',
    handler: async (request, reply) => handle(1, request, reply),
  });
  app.route<AdminConsentRoute>({
    method,
    url: '/:tenant/v2.0/adminconsent',
    handler: async (request, reply) => handle(2, request, reply),
  });
}
