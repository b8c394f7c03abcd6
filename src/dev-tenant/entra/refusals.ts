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
