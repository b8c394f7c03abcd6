import type { Stage } from '../../shared/causes.ts';
import type { Finding } from './finding.ts';

interface OAuthError extends Finding {
  readonly at?: Readonly<Partial<Record<Stage, Finding>>>;
}

const declinedByAdmin: Finding = {
  cause: 'user-declined',
  alternatives: ['admin-approval-needed', 'consent-missing'],
  whoCanFix: 'admin',
  retry: 'after-fix',
};

/**
 * The `error` words of RFC 6749 (sections 4.1.2.1 and 5.2), OpenID Connect Core (3.1.2.6) and Microsoft's own, for
 * answers without a number we know. `invalid_grant` alone never ends a grant: it also comes for a malformed request,
 * a missing second factor or a device policy.
 */
const oauthErrors: Readonly<Record<string, OAuthError>> = {
  invalid_grant: {
    cause: 'interaction-required',
    alternatives: [
      'grant-revoked',
      'refresh-token-expired',
      'code-expired-or-used',
      'mfa-required',
      'conditional-access',
      'request-malformed',
    ],
  },
  invalid_client: {
    cause: 'secret-wrong',
    alternatives: [
      'secret-expired',
      'secret-missing',
      'app-config-wrong',
      'app-not-found',
      'resource-not-in-tenant',
    ],
  },
  unauthorized_client: {
    cause: 'app-not-found',
    alternatives: ['app-disabled', 'app-config-wrong', 'consent-missing'],
  },
  invalid_resource: {
    cause: 'resource-not-in-tenant',
    alternatives: ['request-malformed', 'app-config-wrong'],
  },
  invalid_target: {
    cause: 'resource-not-in-tenant',
    alternatives: ['request-malformed', 'app-config-wrong'],
  },
  invalid_tenant: { cause: 'tenant-not-found' },
  invalid_scope: { cause: 'request-malformed' },
  invalid_request: { cause: 'request-malformed', alternatives: ['tenant-not-found', 'app-config-wrong'] },
  unsupported_grant_type: { cause: 'request-malformed' },
  unsupported_response_type: { cause: 'request-malformed', alternatives: ['app-config-wrong'] },
  access_denied: { cause: 'user-declined', alternatives: ['admin-approval-needed'] },
  // The two forms of the admin-consent page say the same: cancelled, or not by an administrator.
  permission_denied: declinedByAdmin,
  consent_required: {
    cause: 'consent-missing',
    alternatives: ['admin-approval-needed', 'user-declined'],
    at: { 'admin-consent-callback': declinedByAdmin },
  },
  login_required: { cause: 'interaction-required' },
  interaction_required: {
    cause: 'interaction-required',
    alternatives: ['mfa-required', 'consent-missing', 'conditional-access', 'refresh-token-expired'],
  },
  temporarily_unavailable: { cause: 'service-unavailable', alternatives: ['throttled'] },
  server_error: { cause: 'service-unavailable' },
};

/** Microsoft's `suberror`, the finer reason of an invalid_grant, as its client libraries document it. */
const suberrors: Readonly<Record<string, OAuthError>> = {
  bad_token: {
    cause: 'code-expired-or-used',
    alternatives: ['refresh-token-expired', 'grant-revoked'],
    at: { refresh: { cause: 'refresh-token-expired', alternatives: ['grant-revoked'], tokenLost: true } },
  },
  consent_required: { cause: 'consent-missing', alternatives: ['admin-approval-needed'] },
  user_password_expired: { cause: 'user-locked-or-password' },
  basic_action: { cause: 'mfa-required', alternatives: ['interaction-required', 'conditional-access'] },
  additional_action: { cause: 'conditional-access', alternatives: ['mfa-required'] },
  message_only: { cause: 'conditional-access' },
  protection_policy_required: { cause: 'conditional-access' },
};

export const isOAuthError = (word: string): boolean => Object.hasOwn(oauthErrors, word);
export const isSuberror = (word: string): boolean => Object.hasOwn(suberrors, word);

export function oauthErrorFinding(error: string, stage: Stage): Finding | undefined {
  const entry = Object.hasOwn(oauthErrors, error) ? oauthErrors[error] : undefined;
  return entry?.at?.[stage] ?? entry;
}

export function suberrorFinding(suberror: string, stage: Stage): Finding | undefined {
  const entry = Object.hasOwn(suberrors, suberror) ? suberrors[suberror] : undefined;
  return entry?.at?.[stage] ?? entry;
}
