/**
 * Every refusal of the emulated Graph, in Microsoft's own words where a source shows them.
 * What rests on less than a page of Microsoft or a report stands in docs/assumptions.md.
 */

/** An answer that is no success, as `{"error": {"code", "message", ...}}`. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;

  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

// Seen in MicrosoftDocs/azure-docs#70841 (audience) and microsoftgraph/python-sample-auth#10 (expired);
// "Access token is empty" and the parsing error are what public clients quote.
const tokenMessages = {
  missing: 'Access token is empty.',
  malformed: 'CompactToken parsing failed with error code: 80049217',
  expired: 'Lifetime validation failed, the token is expired.',
  audience: 'Access token validation failure. Invalid audience.',
} as const;

/** Microsoft Graph, "Resolve Microsoft Graph authorization errors": 401 InvalidAuthenticationToken. */
export function invalidToken(reason: keyof typeof tokenMessages, challenge: string): GraphError {
  return new GraphError(401, 'InvalidAuthenticationToken', tokenMessages[reason], {
    'WWW-Authenticate': challenge,
  });
}

/** Microsoft identity platform, "Claims challenges"; wording from the tests of Microsoft.Identity.Web (CaeTests). */
export function claimsChallenge(challenge: string): GraphError {
  return new GraphError(
    401,
    'InvalidAuthenticationToken',
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
    { 'WWW-Authenticate': challenge },
  );
}

/** Mail, calendar, contacts: O365/python-o365#855 (403, app-only, wrong kind of permission). */
export function accessDenied(): GraphError {
  return new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
}

/** To Do answers 401 without words where the others answer 403: wisecom-oy/atlas#148, measured on a live tenant. */
export function todoRightMissing(): GraphError {
  return new GraphError(401, 'UnknownError', '');
}

/** Directory data: microsoftgraph/nodejs-connect-rest-sample#69; wording from the page on JSON batching. */
export function directoryDenied(): GraphError {
  return new GraphError(
    403,
    'Authorization_RequestDenied',
    'Insufficient privileges to complete the operation.',
  );
}

/** Microsoft Graph, "Limiting application permissions to specific mailboxes"; the RAOP part as tenants report it. */
export function blockedByAccessPolicy(): GraphError {
  return new GraphError(
    403,
    'ErrorAccessDenied',
    'Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings.',
  );
}

/** O365/python-o365#438 (404) and microsoftgraph/msgraph-sdk-javascript#1756 (wording). */
export function mailboxNotEnabled(): GraphError {
  return new GraphError(
    404,
    'MailboxNotEnabledForRESTAPI',
    'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
  );
}

/** microsoftgraph/microsoft-graph-docs#7909: 404 for a user whom Exchange does not know. */
export function invalidUser(idOrUpn: string): GraphError {
  return new GraphError(404, 'ErrorInvalidUser', `The requested user '${idOrUpn}' is invalid.`);
}

/** microsoftgraph/msgraph-sdk-java#934. */
export function directoryObjectNotFound(idOrUpn: string): GraphError {
  return new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${idOrUpn}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

/** RogerSelwyn/O365-HomeAssistant#254. */
export function itemNotFound(): GraphError {
  return new GraphError(
    404,
    'ErrorItemNotFound',
    'The specified object was not found in the store., The process failed to get the correct properties.',
  );
}

/** To Do of another person asked with a delegated token: microsoftgraph/microsoft-graph-toolkit#1620. */
export function wrongRoutingHint(): GraphError {
  return new GraphError(400, 'ErrorIncorrectRoutingHint', 'The routing hint of the request is incorrect.');
}

/** As many public clients quote it. */
export function meNeedsDelegatedToken(): GraphError {
  return badRequest('/me request is only valid with delegated authentication flow.');
}

/** Microsoft Graph, "Error responses and resource types": 507 quotaLimitReached. */
export function quotaLimitReached(): GraphError {
  return new GraphError(507, 'quotaLimitReached', 'The mailbox has reached its maximum storage quota.');
}

/** Exchange Web Services, "ResponseCode" (ErrorInvalidRecipients: also for an item sent without recipients). */
export function invalidRecipients(): GraphError {
  return new GraphError(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.');
}

/** Assumption: status and words are known from practice only. */
export function sendAsDenied(): GraphError {
  return new GraphError(
    403,
    'ErrorSendAsDenied',
    'The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account.',
  );
}

/** magodo/terraform-provider-outlook#21: the mailbox service's own words, with its own Retry-After. */
export function mailboxThrottled(retryAfterSeconds: number): GraphError {
  return new GraphError(
    429,
    'ApplicationThrottled',
    'Application is over its MailboxConcurrency limit.',
    retryAfter(retryAfterSeconds),
  );
}

/** Microsoft Graph, "Microsoft Graph throttling guidance". */
export function tooManyRequests(retryAfterSeconds: number): GraphError {
  return new GraphError(
    429,
    'TooManyRequests',
    'Too many requests. Please wait before trying again.',
    retryAfter(retryAfterSeconds),
  );
}

/** Microsoft Graph, "Error responses and resource types": 503 serviceNotAvailable, else generalException. */
export function outage(status: number, retryAfterSeconds: number | undefined): GraphError {
  return new GraphError(
    status,
    status === 503 ? 'serviceNotAvailable' : 'generalException',
    'The service is temporarily unavailable. Repeat the request after a delay.',
    retryAfterSeconds === undefined ? {} : retryAfter(retryAfterSeconds),
  );
}

export function badRequest(message: string): GraphError {
  return new GraphError(400, 'BadRequest', message);
}

/** As public clients quote it; Graph says 400 here, not 404. */
export function unknownSegment(segment: string): GraphError {
  return badRequest(`Resource not found for the segment '${segment}'.`);
}

/** Microsoft Graph, "Combine multiple HTTP requests using JSON batching" (item 4 of the sample answer). */
export function methodNotAllowed(): GraphError {
  return new GraphError(
    405,
    'Request_BadRequest',
    'Specified HTTP method is not allowed for the request target.',
  );
}

/** As public clients quote it. */
export function unreadableJson(): GraphError {
  return badRequest(
    'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
  );
}

/** OData's own wording for a property that the type does not have. */
export function unknownProperty(property: string, type: string): GraphError {
  return badRequest(`Could not find a property named '${property}' on type 'microsoft.graph.${type}'.`);
}

function retryAfter(seconds: number): Record<string, string> {
  return { 'Retry-After': String(seconds) };
}
