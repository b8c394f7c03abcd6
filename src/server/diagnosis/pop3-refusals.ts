import type { Finding } from './finding.ts';

export interface Pop3Refusal extends Finding {
  /** Response code (RFC 2449 section 8, RFC 3206). */
  readonly code?: RegExp;
  readonly text?: RegExp;
}

/** Exchange Online's one reply to every XOAUTH2 it refuses; most likely first. */
export const refusedPop3SignIn: Finding = {
  cause: 'ambiguous-auth',
  alternatives: [
    'pop-disabled-or-no-licence',
    'token-wrong-audience',
    'permission-missing',
    'token-invalid',
    'wrong-account',
    'mailbox-missing',
    'auth-policy-blocked',
    'protocol-misuse',
  ],
};

/** POP3 has few fields to go by: response codes first, then the English that Exchange is seen to use. */
export const pop3Refusals: readonly Pop3Refusal[] = [
  { code: /^SYS\/TEMP$/, cause: 'service-unavailable' },
  { code: /^IN-USE$/, cause: 'too-many-connections' },
  { code: /^LOGIN-DELAY$/, cause: 'throttled' },
  { code: /^SYS\/PERM$/, cause: 'mailbox-missing', alternatives: ['service-unavailable'] },
  {
    // Dovecot; not a word of Exchange Online.
    code: /^AUTH$/,
    cause: 'ambiguous-auth',
    alternatives: ['token-invalid', 'wrong-account', 'token-wrong-audience', 'user-locked-or-password'],
    whoCanFix: 'user',
    retry: 'sign-in-again',
  },
  { text: /Authentication failure: unknown user name or bad password/i, ...refusedPop3SignIn },
  {
    text: /Logon failure: unknown user name or bad password/i,
    cause: 'basic-auth-disabled',
    alternatives: ['user-locked-or-password', 'throttled'],
  },
  { text: /Server Unavailable/i, cause: 'service-unavailable', alternatives: ['throttled'] },
  {
    text: /User is authenticated but not connected/i,
    cause: 'ambiguous-auth',
    alternatives: [
      'too-many-connections',
      'mailbox-missing',
      'pop-disabled-or-no-licence',
      'permission-missing',
      'wrong-account',
      'throttled',
    ],
    retry: 'later',
  },
  {
    text: /TLS 1\.0 and 1\.1 are not supported/i,
    cause: 'protocol-misuse',
    whoCanFix: 'admin',
  },
  { text: /Protocol error/i, cause: 'protocol-misuse' },
  {
    text: /-ERR Connection is closed|Connection closed\./i,
    cause: 'connection-dropped',
    alternatives: ['timeout', 'throttled', 'token-invalid'],
  },
  { text: /Command is not valid in this state/i, cause: 'protocol-misuse' },
  { text: /MsgUserConnectionLimitReached|connection limit/i, cause: 'too-many-connections' },
];
