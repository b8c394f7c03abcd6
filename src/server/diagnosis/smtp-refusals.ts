import type { Finding } from './finding.ts';

/** One row: what the enhanced status and, where Microsoft uses one status for several causes, the words say. */
export interface SmtpRefusal extends Finding {
  /** Enhanced status codes it is about; without one the words alone tell it. */
  readonly status?: RegExp;
  readonly text?: RegExp;
}

/** Causes for which Exchange Online has but one word, in the order in which reports name them. */
const refusedToken: Finding = {
  cause: 'ambiguous-auth',
  alternatives: [
    'token-wrong-audience',
    'wrong-account',
    'permission-missing',
    'token-invalid',
    'smtp-auth-disabled-mailbox',
    'mailbox-missing',
    'protocol-misuse',
  ],
  whoCanFix: 'user',
};
const paused = (finding: Finding, detail: number): SmtpRefusal => ({
  status: new RegExp(`^5\\.2\\.${detail}$`),
  ...finding,
});

/** 535 5.7.139: a policy. Which one, the words alone tell ("Enable or disable authenticated client SMTP submission"). */
const policies: readonly SmtpRefusal[] = [
  { text: /SmtpClientAuthentication is disabled for the Tenant/i, cause: 'smtp-auth-disabled-tenant' },
  { text: /SmtpClientAuthentication is disabled for the Mailbox/i, cause: 'smtp-auth-disabled-mailbox' },
  { text: /security defaults/i, cause: 'auth-policy-blocked', alternatives: ['basic-auth-disabled'] },
  {
    text: /did not meet the criteria/i,
    cause: 'auth-policy-blocked',
    alternatives: ['conditional-access', 'user-disabled', 'basic-auth-disabled'],
  },
  {
    text: /user credentials were incorrect|basic authentication is disabled/i,
    cause: 'basic-auth-disabled',
    alternatives: ['user-locked-or-password'],
  },
].map((row) => ({ status: /^5\.7\.139$/, ...row }) as SmtpRefusal);

/** At sign-in and before it. */
const signIn: readonly SmtpRefusal[] = [
  ...policies,
  {
    status: /^5\.7\.139$/,
    cause: 'auth-policy-blocked',
    alternatives: [
      'smtp-auth-disabled-mailbox',
      'smtp-auth-disabled-tenant',
      'conditional-access',
      'basic-auth-disabled',
    ],
  },
  { status: /^[45]\.7\.[03]$/, text: /STARTTLS/i, cause: 'protocol-misuse' },
  { status: /^5\.7\.3$/, ...refusedToken },
  {
    // Postfix and others (RFC 4954 section 6); not a word of Exchange Online.
    status: /^5\.7\.8$/,
    cause: 'ambiguous-auth',
    alternatives: [
      'token-invalid',
      'token-wrong-audience',
      'wrong-account',
      'protocol-misuse',
      'proxy-blocked',
    ],
  },
  { status: /^5\.7\.30$/, cause: 'basic-auth-disabled' },
  { status: /^5\.7\.4$/, cause: 'protocol-misuse', alternatives: ['proxy-blocked'] },
  {
    status: /^5\.7\.57$/,
    cause: 'protocol-misuse',
    alternatives: ['smtp-auth-disabled-mailbox', 'smtp-auth-disabled-tenant', 'auth-policy-blocked'],
  },
  {
    text: /client (?:was )?not authenticated to send/i,
    cause: 'protocol-misuse',
    alternatives: ['smtp-auth-disabled-mailbox', 'smtp-auth-disabled-tenant', 'auth-policy-blocked'],
  },
  // It never heals by itself: the connection has an old TLS version.
  { status: /^[45]\.7\.66$/, cause: 'protocol-misuse', alternatives: ['proxy-blocked'] },
];

/** What passes ("SMTP submission improvements", "Non-delivery reports in Exchange Online"). */
const passing: readonly SmtpRefusal[] = [
  { status: /^4\.3\.2$/, text: /concurrent connections? limit/i, cause: 'too-many-connections' },
  { text: /sender thread limit exceeded/i, cause: 'too-many-connections', alternatives: ['throttled'] },
  { status: /^4\.7\.[56]\d\d$/, cause: 'throttled', alternatives: ['sending-blocked'] },
  { status: /^4\.7\.0$/, cause: 'service-unavailable' },
  {
    status: /^4\.4\.[12]$/,
    cause: 'connection-dropped',
    alternatives: ['service-unavailable', 'timeout', 'too-many-connections', 'protocol-misuse'],
  },
];

/** After the message, or at its envelope. */
const sending: readonly SmtpRefusal[] = [
  { status: /^5\.7\.60$/, cause: 'send-as-denied' },
  { text: /does not have permissions to send as this sender/i, cause: 'send-as-denied' },
  { status: /^5\.2\.0$/, text: /SendAsDenied/i, cause: 'send-as-denied' },
  {
    status: /^5\.2\.0$/,
    text: /SubmissionQuota|submission quota|Quota/i,
    cause: 'send-limit-exceeded',
    alternatives: ['mailbox-full'],
  },
  {
    text: /submission ?quota (?:was )?exceeded/i,
    cause: 'send-limit-exceeded',
    alternatives: ['sending-blocked'],
  },
  { status: /^5\.2\.2$/, cause: 'mailbox-full', alternatives: ['send-limit-exceeded'] },
  // "Continuous error throttling": a sender that repeats the same error is paused, so repeating makes it longer.
  paused({ cause: 'mailbox-full' }, 251),
  paused({ cause: 'send-as-denied' }, 252),
  paused({ cause: 'mailbox-missing' }, 253),
  paused({ cause: 'send-limit-exceeded', alternatives: ['recipient-rejected'], ...byTheSender() }, 254),
  paused({ cause: 'recipient-rejected', retry: 'after-fix' }, 255),
  { status: /^5\.1\.8$/, cause: 'sending-blocked' },
  { status: /^5\.7\.(?:50[1-3]|511)$/, cause: 'sending-blocked' },
  { status: /^5\.7\.7[0-4]\d$/, cause: 'sending-blocked', alternatives: ['send-limit-exceeded'] },
  { status: /^5\.7\.750$/, cause: 'sending-blocked', alternatives: ['send-as-denied'] },
  { status: /^5\.7\.512$/, cause: 'request-malformed' },
  {
    status: /^4\.5\.3$/,
    cause: 'send-limit-exceeded',
    alternatives: ['recipient-rejected'],
    ...byTheSender(),
  },
  {
    text: /too many recipients/i,
    cause: 'send-limit-exceeded',
    alternatives: ['recipient-rejected'],
    ...byTheSender(),
  },
  { status: /^5\.(?:3\.4|2\.3)$/, cause: 'message-too-large' },
  { text: /(?:exceeds|larger than)[^.]{0,60}(?:size|maximum)/i, cause: 'message-too-large' },
  { status: /^5\.1\.(?:10|1)$/, cause: 'recipient-rejected' },
  { status: /^5\.6\.11$/, cause: 'protocol-misuse', alternatives: ['request-malformed'] },
  { status: /^5\.7\.(?:12|124|13\d)$/, cause: 'recipient-rejected', whoCanFix: 'nobody' },
  // Postfix: reject_sender_login_mismatch.
  { text: /sender address rejected: not owned by/i, cause: 'send-as-denied' },
  { status: /^5\.5\.2$/, text: /too long/i, cause: 'protocol-misuse' },
  { text: /line too long/i, cause: 'protocol-misuse' },
];

function byTheSender() {
  return { whoCanFix: 'user', retry: 'after-fix' } as const;
}

/** Specific ones first; the first that matches decides. */
export const smtpRefusals: readonly SmtpRefusal[] = [...signIn, ...passing, ...sending];

/** What a refused XOAUTH2 token may mean, for a reply that says less than Exchange's own. */
export const refusedSmtpSignIn = refusedToken;
