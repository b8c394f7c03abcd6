/**
 * The closed vocabularies of a verdict. A new word here is a decision (docs/decisions) and does not compile until
 * all four locales explain it.
 */

export const causes = [
  'secret-wrong',
  'secret-expired',
  'secret-missing',
  'app-not-found',
  'app-disabled',
  'app-config-wrong',
  'tenant-not-found',
  'consent-missing',
  'admin-approval-needed',
  'user-declined',
  'resource-not-in-tenant',
  'redirect-mismatch',
  'request-malformed',
  'code-expired-or-used',
  'mfa-required',
  'conditional-access',
  'interaction-required',
  'refresh-token-expired',
  'grant-revoked',
  'user-disabled',
  'user-locked-or-password',
  'user-not-assigned',
  'wrong-account',
  'throttled',
  'service-unavailable',
  'proxy-blocked',
  'permission-missing',
  'policy-restricts-mailbox',
  'mailbox-missing',
  'mailbox-full',
  'token-wrong-audience',
  'token-invalid',
  'cae-challenge',
  'smtp-auth-disabled-tenant',
  'smtp-auth-disabled-mailbox',
  'basic-auth-disabled',
  'auth-policy-blocked',
  'ambiguous-auth',
  'send-as-denied',
  'sending-blocked',
  'send-limit-exceeded',
  'too-many-connections',
  'message-too-large',
  'recipient-rejected',
  'starttls-missing',
  'pop-disabled-or-no-licence',
  'protocol-misuse',
  'dns',
  'network-unreachable',
  'timeout',
  'connection-dropped',
  'tls-untrusted',
  'unknown',
] as const;
export type Cause = (typeof causes)[number];

export const protocols = ['entra', 'graph', 'smtp', 'pop3', 'network', 'bot'] as const;
export type Protocol = (typeof protocols)[number];

export const stages = [
  'app-token',
  'code-exchange',
  'refresh',
  'authorize-callback',
  'admin-consent-callback',
  'graph-probe',
  'graph-provision',
  'smtp-connect',
  'smtp-auth',
  'smtp-send',
  'pop3-connect',
  'pop3-auth',
  'pop3-retrieve',
  'bot-inbound',
  'bot-send',
] as const;
export type Stage = (typeof stages)[number];

/** `developer` means us: the page shows the support contact and a ready report. */
export const whoCanFix = ['admin', 'user', 'developer', 'nobody'] as const;
export type WhoCanFix = (typeof whoCanFix)[number];

export const retries = ['no', 'later', 'after-fix', 'sign-in-again'] as const;
export type Retry = (typeof retries)[number];

/** `certain`: vendor number or exact protocol condition. `likely`: protocol fields and stage. `guess`: status class or prose. */
export const confidences = ['certain', 'likely', 'guess'] as const;
export type Confidence = (typeof confidences)[number];
