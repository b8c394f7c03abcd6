import type { DevTenantContext } from '../context.ts';
import type { Application, Tenant, User } from '../directory/model.ts';
import { signInName } from './access-token.ts';
import type { AuthorizeRequest } from './authorize-request.ts';
import { checkPresence } from './client.ts';
import { clientFault, personFault } from './client-faults.ts';
import {
  consentTo,
  mayConsentForEveryone,
  missingConsent,
  recordConsent,
  type MissingConsent,
} from './consent.ts';
import { clientInfo } from './delegated-response.ts';
import { checkPerson } from './person-checks.ts';
import { Refusal } from './refusal.ts';
import { adminApprovalNeeded, consentMissing, userDeclined, userNotInTenant } from './grant-refusals.ts';
import type { RedirectTarget } from './redirect-target.ts';
import { checkScopeNames, resourceOf, type Resource } from './scope.ts';
import type { SignedInAccount, SignInState } from './sign-in-state.ts';

/** What follows once the person is known. */
export type Outcome =
  | { kind: 'answer'; fields: Record<string, string> }
  | { kind: 'ask-consent'; missing: MissingConsent; organization: string | undefined }
  | { kind: 'ask-admin' };

export interface Person {
  user: User;
  account: SignedInAccount;
}

/** At `common` the person's own tenant counts, else the one addressed, of which the person has to be a member. */
function tenantOf(context: DevTenantContext, { authority, client }: AuthorizeRequest, user: User): Tenant {
  const home = context.directory.tenants.find(({ id }) => id === user.tenantId);
  const tenant = authority.kind === 'tenant' ? authority.tenant : home;
  if (!tenant || tenant.id !== user.tenantId) {
    throw userNotInTenant(signInName(user), tenant?.displayName ?? '', client.displayName);
  }
  checkPresence(context, client, tenant);
  return tenant;
}

/** With `prompt=consent` everything is asked for again, granted or not. */
function consentToAsk(
  context: DevTenantContext,
  request: AuthorizeRequest,
  user: User,
  resource: Resource,
): MissingConsent | undefined {
  const missing = missingConsent(context, user, request.client, resource, request.scope);
  if (missing || request.prompt !== 'consent') return missing;
  const { names, signIn } = request.scope;
  return consentTo(context, user, request.client, resource, [...names, ...signIn]);
}

function needsAdmin(
  context: DevTenantContext,
  client: Application,
  user: User,
  missing: MissingConsent | undefined,
): boolean {
  if (mayConsentForEveryone(user)) return false;
  return (
    missing?.adminNeeded === true ||
    personFault(context, 'admin-approval-needed', client.appId, user) !== undefined
  );
}

function issueCode(
  context: DevTenantContext,
  state: SignInState,
  request: AuthorizeRequest,
  target: RedirectTarget,
  { user, account }: Person,
  tenant: Tenant,
): Outcome {
  const code = state.addCode({
    tenantId: tenant.id,
    userId: user.id,
    clientId: request.client.appId,
    redirectUri: target.redirectUri,
    redirectKind: target.redirectKind,
    scope: request.scopeText,
    challenge: request.challenge,
    challengeMethod: request.challengeMethod,
    nonce: request.nonce,
    mfa: account.mfa,
    issuedAt: context.now(),
  });
  const fields = {
    code,
    ...(request.wantsClientInfo && { client_info: clientInfo(user, tenant) }),
    session_state: crypto.randomUUID(),
  };
  return { kind: 'answer', fields };
}

async function applyAnswer(
  context: DevTenantContext,
  client: Application,
  user: User,
  missing: MissingConsent,
  answer: URLSearchParams,
): Promise<void> {
  if (answer.get('answer') !== 'accept') throw userDeclined();
  const forEveryone = answer.get('forOrganization') === 'true' && mayConsentForEveryone(user);
  await recordConsent(context, user.tenantId, client.appId, forEveryone ? null : user.id, missing);
}

/**
 * Goes from a known person to the code, asking for consent where it is missing.
 * @param consentAnswer the consent page's form, when that is what was sent
 * @throws Refusal 50020, 50105, 53003, 50057, 65001 (prompt=none), 65004, 90094
 */
export async function authorizePerson(
  context: DevTenantContext,
  state: SignInState,
  request: AuthorizeRequest,
  target: RedirectTarget,
  person: Person,
  consentAnswer: URLSearchParams | undefined,
): Promise<Outcome> {
  const { client, prompt } = request;
  const { user, account } = person;
  const tenant = tenantOf(context, request, user);
  checkPerson(context, user, client, account.mfa);
  const resource = resourceOf(context, request.scope, tenant);
  checkScopeNames(request.scope, resource);
  if (personFault(context, 'user-declined', client.appId, user)) throw userDeclined();

  const missing = consentToAsk(context, request, user, resource);
  if (needsAdmin(context, client, user, missing)) {
    // Silently nobody is asked, so that consent is merely missing.
    if (prompt === 'none') {
      throw missing ? consentMissing(client.appId, client.displayName) : adminApprovalNeeded();
    }
    return { kind: 'ask-admin' };
  }
  if (!missing) return issueCode(context, state, request, target, person, tenant);
  // The fault keeps consent from ever being there: asking would go round in circles.
  const hopeless = clientFault(context, 'consent-missing', client.appId) !== undefined;
  if (prompt === 'none' || hopeless) throw consentMissing(client.appId, client.displayName);
  if (!consentAnswer) {
    return {
      kind: 'ask-consent',
      missing,
      organization: mayConsentForEveryone(user) ? tenant.displayName : undefined,
    };
  }
  await applyAnswer(context, client, user, missing, consentAnswer);
  return issueCode(context, state, request, target, person, tenant);
}

/** Refusals for which Microsoft shows a page of its own and the application hears nothing. */
const staysOnPage = new Set([50020, 50057, 50105, 53003, 7000112, 700016]);

/** How a refusal reaches the application, in the words of OpenID Connect; with `prompt=none` every one does. */
export function refusalForCallback(refusal: Refusal, silent: boolean): Refusal | undefined {
  if (!silent && staysOnPage.has(refusal.code)) return undefined;
  // RFC 6749 knows invalid_grant at the token endpoint only.
  const renamed = refusal.error === 'invalid_grant' || (silent && refusal.error === 'access_denied');
  if (!renamed) return refusal;
  const error = refusal.code === 65001 ? 'consent_required' : 'interaction_required';
  const text = refusal.message.replace(/^AADSTS\d+: /, '');
  return new Refusal(
    refusal.code,
    error,
    text,
    refusal.suberror === undefined ? {} : { suberror: refusal.suberror },
  );
}
