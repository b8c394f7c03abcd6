import { GraphError } from '../refusals.ts';

/** Refusals of the directory, in Microsoft's words where a source shows them; the rest stands in docs/assumptions.md. */

export const badDirectoryRequest = (message: string): GraphError =>
  new GraphError(400, 'Request_BadRequest', message);

export const invalidValue = (property: string, type: string): GraphError =>
  badDirectoryRequest(`Invalid value specified for property '${property}' of resource '${type}'.`);

export const valueRequired = (property: string, type: string): GraphError =>
  badDirectoryRequest(`A value is required for property '${property}' of resource '${type}'.`);

/** microsoftgraph/msgraph-sdk-dotnet#3108. */
export const noBackingApplication = (appId: string): GraphError =>
  new GraphError(
    400,
    'NoBackingApplicationObject',
    `The appId '${appId}' of the service principal does not reference a valid application object.`,
  );

/** hashicorp/terraform-provider-azuread#690 for grants, the same code for a second service principal. */
export const alreadyPresent = (message: string): GraphError =>
  new GraphError(409, 'Request_MultipleObjectsWithSameKeyValue', message);

export const permissionAlreadyAssigned = (): GraphError =>
  badDirectoryRequest('Permission being assigned already exists on the object');

/** Microsoft Graph, "applicationAuthenticationMethodPolicy" (passwordLifetime); microsoft/PubSec-Info-Assistant#681. */
export const secretLivesTooLong = (policyId: string): GraphError =>
  new GraphError(
    400,
    'CredentialInvalidLifetimeAsPerAppPolicy',
    `Credential lifetime exceeds the max value allowed as per assigned policy '${policyId}'.`,
  );

/** Microsoft Graph, "applicationAuthenticationMethodPolicy" (passwordAddition); code read in public clients. */
export const secretsNotAllowed = (policyId: string): GraphError =>
  new GraphError(
    400,
    'CredentialTypeNotAllowedAsPerAppPolicy',
    `Credential type not allowed as per assigned policy '${policyId}'.`,
  );

export const quotaExceeded = (): GraphError =>
  new GraphError(
    403,
    'Directory_QuotaExceeded',
    'The directory object quota limit for the Tenant has been exceeded. Please ask your administrator to increase the quota limit or delete objects to reduce the used quota.',
  );
