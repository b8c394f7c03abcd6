import { Refusal } from './refusal.ts';

// Refusals of a code, a refresh token or a person. Numbers, words and meanings: "Microsoft Entra authentication and
// authorization error codes" unless a line says otherwise.

// Not in the published list; wording from public reports.
export const redirectChanged = (): Refusal =>
  new Refusal(
    500112,
    'invalid_grant',
    'The reply address does not match the reply address provided when requesting the authorization code.',
  );

export const codeAlreadyRedeemed = (): Refusal =>
  new Refusal(
    54005,
    'invalid_grant',
    'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
  );

export const codeExpired = (): Refusal =>
  new Refusal(
    70008,
    'invalid_grant',
    'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
  );

export const grantInvalid = (): Refusal =>
  new Refusal(70000, 'invalid_grant', 'The provided value for the code or the refresh token is not valid.');

export const codeOfOtherTenant = (): Refusal =>
  new Refusal(
    700005,
    'invalid_grant',
    'Provided Authorization Code is intended to use against other tenant, thus rejected.',
  );

export const verifierMismatch = (): Refusal =>
  new Refusal(
    501481,
    'invalid_grant',
    'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  );

// The three rules of "OAuth 2.0 authorization code flow", redirect URIs of single-page applications.
export const pkceNeeded = (): Refusal =>
  new Refusal(
    9002325,
    'invalid_request',
    'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
  );
export const crossOriginNeedsSpa = (origin: string): Refusal =>
  new Refusal(
    9002326,
    'invalid_request',
    `Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: '${origin}'.`,
  );
export const spaNeedsCrossOrigin = (): Refusal =>
  new Refusal(
    9002327,
    'invalid_request',
    "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
  );

export const refreshTokenInactive = (issuedAt: string): Refusal =>
  new Refusal(
    700082,
    'invalid_grant',
    `The refresh token has expired due to inactivity. The token was issued on ${issuedAt} and was inactive for 90.00:00:00.`,
    { suberror: 'bad_token' },
  );

export const spaRefreshTokenExpired = (issuedAt: string): Refusal =>
  new Refusal(
    700084,
    'invalid_grant',
    `The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page. The token was issued on ${issuedAt}.`,
    { suberror: 'bad_token' },
  );

export const grantRevoked = (issuedAt: string, validFrom: string): Refusal =>
  new Refusal(
    50173,
    'invalid_grant',
    `The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The grant was issued on '${issuedAt}' and the TokensValidFrom date (before which tokens are not valid) for this user is '${validFrom}'.`,
    { suberror: 'bad_token' },
  );

export const userDisabled = (): Refusal =>
  new Refusal(50057, 'invalid_grant', 'The user account is disabled.');

export const userUnknown = (tenant: string): Refusal =>
  new Refusal(
    50034,
    'invalid_grant',
    `The user account does not exist in the ${tenant} directory. To sign into this application, the account must be added to the directory.`,
  );

export const passwordWrong = (): Refusal =>
  new Refusal(50126, 'invalid_grant', 'Error validating credentials due to invalid username or password.');

export const userNotInTenant = (user: string, tenant: string, application: string): Refusal =>
  new Refusal(
    50020,
    'access_denied',
    `User account '${user}' from identity provider does not exist in tenant '${tenant}' and cannot access the application '${application}' in that tenant. The account needs to be added as an external user in the tenant first.`,
  );

// Word and status of the token endpoint are an assumption; at the sign-in page it is Microsoft's own page.
export const userNotAssigned = (user: string, application: string): Refusal =>
  new Refusal(
    50105,
    'invalid_grant',
    `Your administrator has configured the application ${application} to block users unless they are specifically granted ('assigned') access to the application. The signed in user '${user}' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator.`,
  );

export const mfaRequired = (): Refusal =>
  new Refusal(
    50076,
    'invalid_grant',
    'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access the resource.',
    { suberror: 'basic_action' },
  );

export const conditionalAccess = (): Refusal =>
  new Refusal(
    53003,
    'invalid_grant',
    'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
    { suberror: 'message_only' },
  );

export const consentMissing = (appId: string, name: string): Refusal =>
  new Refusal(
    65001,
    'invalid_grant',
    `The user or administrator has not consented to use the application with ID '${appId}' named '${name}'. Send an interactive authorization request for this user and resource.`,
    { suberror: 'consent_required' },
  );

export const userDeclined = (): Refusal =>
  new Refusal(65004, 'access_denied', 'User declined to consent to access the app.');

export const adminApprovalNeeded = (): Refusal =>
  new Refusal(
    90094,
    'access_denied',
    'The grant requires administrator permission. Ask your administrator to grant consent to this application.',
  );

export const notSignedIn = (): Refusal =>
  new Refusal(50058, 'login_required', 'A silent sign-in request was sent but no user is signed in.');

export const severalAccounts = (): Refusal =>
  new Refusal(
    16000,
    'interaction_required',
    'Either multiple user identities are available for the current request or selected account is not supported for the scenario.',
  );

/** Refusals that another account may not meet: disabled, unknown here, not assigned, kept out by a policy. */
export const isAboutPerson = ({ code }: Refusal): boolean => [50020, 50057, 50105, 53003].includes(code);
