import { Refusal } from './refusal.ts';

// Numbers, words and meanings: "Microsoft Entra authentication and authorization error codes" unless a line says
// otherwise. Statuses: 401 for invalid_client, else 400; seen in public reports of these answers.

const invalidClient = { status: 401 };

export const tenantNotFound = (tenant: string): Refusal =>
  new Refusal(
    90002,
    'invalid_tenant',
    `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. This may happen if there are no active subscriptions for the tenant.`,
  );

// Reported in public issues; word and status are an assumption.
export const tenantMalformed = (tenant: string): Refusal =>
  new Refusal(
    900023,
    'invalid_request',
    `Specified tenant identifier '${tenant}' is neither a valid DNS name, nor a valid external domain.`,
  );

export const applicationNotFound = (appId: string, tenant: string): Refusal =>
  new Refusal(
    700016,
    'unauthorized_client',
    `Application with identifier '${appId}' was not found in the directory '${tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
  );

export const applicationDisabled = (appId: string, name: string): Refusal =>
  new Refusal(7000112, 'unauthorized_client', `Application '${appId}'(${name}) is disabled.`);

// Word and status are an assumption.
export const singleTenantAtCommon = (appId: string, name: string): Refusal =>
  new Refusal(
    50194,
    'invalid_request',
    `Application '${appId}'(${name}) is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps created after '10/15/2018'.`,
  );

// Public reports of app-only requests to /common; the number stands for "no tenant in an app-only request".
export const tenantNeeded = (): Refusal =>
  new Refusal(
    900023,
    'invalid_request',
    "Specified tenant identifier is not valid for an app-only request: name the application's own directory.",
  );

export const secretWrong = (appId: string): Refusal =>
  new Refusal(
    7000215,
    'invalid_client',
    `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${appId}'.`,
    invalidClient,
  );

export const secretExpired = (appId: string): Refusal =>
  new Refusal(
    7000222,
    'invalid_client',
    `The provided client secret keys for app '${appId}' are expired. Visit the Azure portal to create new keys for your app.`,
    invalidClient,
  );

export const secretMissing = (): Refusal =>
  new Refusal(
    7000218,
    'invalid_client',
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    invalidClient,
  );

export const secretFromPublicClient = (): Refusal =>
  new Refusal(
    700025,
    'invalid_client',
    "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
    invalidClient,
  );

export const misconfigured = (appId: string): Refusal =>
  new Refusal(
    650056,
    'invalid_client',
    `Misconfigured application. This could be due to one of the following: the client has not listed any permissions for the requested resource in the client's application registration, or the admin has not consented in the tenant. Client app ID: ${appId}.`,
    invalidClient,
  );

export const parameterMissing = (name: string): Refusal =>
  new Refusal(900144, 'invalid_request', `The request body must contain the following parameter: '${name}'.`);

export const requestMalformed = (): Refusal =>
  new Refusal(9002313, 'invalid_request', 'Invalid request. Request is malformed or invalid.');

export const grantTypeUnsupported = (grantType: string): Refusal =>
  new Refusal(70003, 'unsupported_grant_type', `The app requested an unsupported grant type '${grantType}'.`);

export const responseTypeUnsupported = (responseType: string): Refusal =>
  new Refusal(
    70005,
    'unsupported_response_type',
    `response_type '${responseType}' is not enabled for the application.`,
  );

export const scopeInvalid = (scope: string, why: string): Refusal =>
  new Refusal(
    70011,
    'invalid_scope',
    `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope '${scope}' ${why}`,
  );

// Not in the published list; seen in many public reports (the list has 700022 for the same).
export const severalResources = (scope: string): Refusal =>
  new Refusal(
    28000,
    'invalid_request',
    `Provided value for the input parameter scope is not valid because it contains more than one resource. Scope ${scope} is not valid.`,
  );

// Not in the published list; the rule is "OAuth 2.0 client credentials flow": only `.default`.
export const defaultScopeNeeded = (scope: string): Refusal =>
  new Refusal(
    1002012,
    'invalid_scope',
    `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
  );

export const resourceNotFound = (resource: string, tenant: string): Refusal =>
  new Refusal(
    500011,
    'invalid_resource',
    `The resource principal named ${resource} was not found in the tenant named ${tenant}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
  );

export const redirectMismatch = (redirectUri: string, appId: string): Refusal =>
  new Refusal(
    50011,
    'invalid_request',
    `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${appId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal.`,
  );

export const redirectMissing = (): Refusal =>
  new Refusal(900971, 'invalid_request', 'No reply address provided.');

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
