import type { Finding } from './finding.ts';

/** A row matches when everything it names is there; the first row that matches decides. */
export interface GraphRefusal extends Finding {
  /** Graph's `code` or that of an inner error. */
  readonly codes?: readonly string[];
  readonly status?: number;
  readonly message?: RegExp;
}

/**
 * What Graph refuses with (Microsoft Graph error responses and resource types; resolve authorization errors; limiting
 * application permissions to mailboxes; throttling). Special cases stand before the general ones.
 */
export const graphRefusals: readonly GraphRefusal[] = [
  // Not Graph's: the name that a report gives to a token without any right. Entra issues such tokens before any consent,
  // and caches them for a while after it.
  {
    codes: ['LOCAL_NO_ROLES_CLAIM'],
    cause: 'permission-missing',
    alternatives: ['consent-missing'],
    retry: 'later',
  },

  // The token
  {
    codes: ['InvalidAuthenticationToken'],
    message: /lifetime validation failed|80049228|token (?:is|has) expired/i,
    cause: 'token-invalid',
    whoCanFix: 'nobody',
    retry: 'later',
  },
  { codes: ['InvalidAuthenticationToken'], message: /invalid audience/i, cause: 'token-wrong-audience' },
  {
    codes: [
      'insufficient_claims',
      'TokenCreatedWithOutdatedPolicies',
      'TokenIssuedBeforeRevocationTimestamp',
    ],
    cause: 'cae-challenge',
    alternatives: ['conditional-access', 'grant-revoked'],
  },
  {
    message:
      /continuous access evaluation|TokenCreatedWithOutdatedPolicies|TokenIssuedBeforeRevocationTimestamp/i,
    cause: 'cae-challenge',
    alternatives: ['conditional-access', 'grant-revoked'],
  },
  { codes: ['InvalidAuthenticationToken'], cause: 'token-invalid' },
  {
    codes: ['Authorization_IdentityNotFound'],
    cause: 'app-not-found',
    alternatives: ['consent-missing'],
    retry: 'later',
  },

  // Rights
  {
    codes: ['ErrorAccessDenied'],
    message: /access to odata is disabled|\bRAOP\b|AppOnly AccessPolicy/i,
    cause: 'policy-restricts-mailbox',
  },
  {
    codes: ['ErrorAccessDenied'],
    cause: 'permission-missing',
    alternatives: ['consent-missing', 'policy-restricts-mailbox'],
  },
  {
    codes: ['Authorization_RequestDenied'],
    cause: 'permission-missing',
    alternatives: ['consent-missing', 'admin-approval-needed'],
  },
  // To Do says so when no Tasks right is in the token, where mail and calendar say 403 ErrorAccessDenied.
  {
    codes: ['UnknownError'],
    status: 401,
    cause: 'permission-missing',
    alternatives: ['consent-missing', 'token-invalid'],
  },
  { codes: ['ErrorSendAsDenied'], cause: 'send-as-denied' },

  // Our own request
  { codes: ['ErrorIncorrectRoutingHint'], cause: 'request-malformed' },
  { message: /\/me request is only valid with delegated/i, cause: 'request-malformed' },

  // The mailbox
  {
    message: /process failed to get the correct properties/i,
    cause: 'mailbox-missing',
    alternatives: ['policy-restricts-mailbox', 'permission-missing'],
  },
  { codes: ['MailboxNotEnabledForRESTAPI', 'MailboxNotHostedInExchangeOnline'], cause: 'mailbox-missing' },
  {
    message: /not yet supported for this mailbox|inactive, soft-deleted, or is hosted on-premise/i,
    cause: 'mailbox-missing',
  },
  {
    codes: ['OrganizationFromTenantGuidNotFound'],
    cause: 'resource-not-in-tenant',
    alternatives: ['mailbox-missing'],
  },
  {
    message: /tenant for tenant guid '[^']{0,100}' does not exist/i,
    cause: 'resource-not-in-tenant',
    alternatives: ['mailbox-missing'],
  },
  { codes: ['ErrorInvalidUser'], cause: 'mailbox-missing' },
  { codes: ['ResourceNotFound'], cause: 'mailbox-missing', alternatives: ['request-malformed'] },
  {
    message: /resource could not be discovered/i,
    cause: 'mailbox-missing',
    alternatives: ['request-malformed'],
  },
  // The folder or item went away: a question of reloading, not of the connection.
  { codes: ['ErrorItemNotFound'], cause: 'request-malformed', whoCanFix: 'user', retry: 'no' },
  {
    message: /object was not found in the store/i,
    cause: 'request-malformed',
    whoCanFix: 'user',
    retry: 'no',
  },
  {
    codes: ['extensionError'],
    cause: 'mailbox-missing',
    alternatives: ['policy-restricts-mailbox', 'resource-not-in-tenant'],
  },
  { codes: ['quotaLimitReached', 'ErrorQuotaExceeded'], cause: 'mailbox-full' },

  // Load
  { codes: ['ApplicationThrottled', 'TooManyRequests', 'activityLimitReached'], cause: 'throttled' },
  {
    codes: ['ServiceUnavailable', 'serviceNotAvailable'],
    cause: 'service-unavailable',
    alternatives: ['throttled', 'proxy-blocked'],
  },

  // Registering the application
  {
    codes: ['CredentialInvalidLifetimeAsPerAppPolicy'],
    cause: 'app-config-wrong',
    alternatives: ['request-malformed'],
  },
  {
    message: /credential lifetime exceeds/i,
    cause: 'app-config-wrong',
    alternatives: ['request-malformed'],
  },
  { codes: ['CredentialTypeNotAllowedAsPerAppPolicy'], cause: 'app-config-wrong' },
  { message: /credential type not allowed/i, cause: 'app-config-wrong' },
  // The directory's replicas have not met yet: the new object is there in a minute or two.
  { codes: ['NoBackingApplicationObject'], cause: 'app-not-found', whoCanFix: 'nobody', retry: 'later' },
  {
    message: /does not reference a valid application object|not a valid reference update/i,
    cause: 'app-not-found',
    whoCanFix: 'nobody',
    retry: 'later',
  },
  {
    codes: ['Request_ResourceNotFound'],
    cause: 'app-not-found',
    alternatives: ['request-malformed', 'mailbox-missing'],
    whoCanFix: 'developer',
    retry: 'later',
  },
  {
    message: /queried reference-property objects are not present/i,
    cause: 'app-not-found',
    alternatives: ['request-malformed', 'mailbox-missing'],
    whoCanFix: 'developer',
    retry: 'later',
  },
  // The right is there already: the caller takes this for success.
  { message: /permission being assigned already exists/i, cause: 'unknown' },
  { codes: ['Directory_QuotaExceeded', 'Directory_ResourceSizeExceeded'], cause: 'app-config-wrong' },
  { message: /directory object quota limit/i, cause: 'app-config-wrong' },
];

const codes = new Set(graphRefusals.flatMap((row) => row.codes ?? []).map((code) => code.toLowerCase()));

/** Whether the tables know the word; how running text is searched for Graph's codes. */
export const isGraphCode = (word: string): boolean => codes.has(word.toLowerCase());
