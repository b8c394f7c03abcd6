import type { EntraNumber } from './entra-number.ts';

/** AADSTS numbers about grants, accounts, policies and the service (Microsoft Entra authentication and authorization error codes). */
export const signInNumbers: Readonly<Record<number, EntraNumber>> = {
  // Codes and grants: what ends them
  54005: { cause: 'code-expired-or-used' },
  50089: { cause: 'code-expired-or-used' },
  70008: {
    cause: 'code-expired-or-used',
    alternatives: ['refresh-token-expired', 'grant-revoked'],
    at: { refresh: { cause: 'refresh-token-expired', alternatives: ['grant-revoked'], tokenLost: true } },
  },
  70000: {
    cause: 'grant-revoked',
    // It also comes for a scope without consent and for a token cut off on the way, so it never ends a grant alone.
    alternatives: ['code-expired-or-used', 'consent-missing', 'request-malformed'],
    at: {
      'code-exchange': {
        cause: 'code-expired-or-used',
        alternatives: ['grant-revoked', 'consent-missing', 'request-malformed'],
      },
    },
  },
  700082: { cause: 'refresh-token-expired', tokenLost: true },
  700081: { cause: 'refresh-token-expired', alternatives: ['app-config-wrong'], tokenLost: true },
  700084: { cause: 'refresh-token-expired', alternatives: ['app-config-wrong'], tokenLost: true },
  70043: { cause: 'refresh-token-expired', alternatives: ['conditional-access'], tokenLost: true },
  50173: { cause: 'grant-revoked', tokenLost: true },
  50132: { cause: 'grant-revoked', alternatives: ['refresh-token-expired', 'interaction-required'] },
  50133: { cause: 'grant-revoked', tokenLost: true },

  // A second factor
  50076: { cause: 'mfa-required' },
  50079: { cause: 'mfa-required' },
  50072: { cause: 'mfa-required' },
  50074: { cause: 'mfa-required' },
  50078: { cause: 'mfa-required' },
  50158: { cause: 'mfa-required', alternatives: ['interaction-required', 'conditional-access'] },
  53004: { cause: 'mfa-required', alternatives: ['conditional-access'], retry: 'after-fix' },
  53010: { cause: 'mfa-required', alternatives: ['conditional-access'], retry: 'after-fix' },

  // Conditional Access and other policies
  50097: { cause: 'conditional-access' },
  50129: { cause: 'conditional-access' },
  50131: { cause: 'conditional-access' },
  53000: { cause: 'conditional-access' },
  53001: { cause: 'conditional-access' },
  53002: { cause: 'conditional-access' },
  53003: { cause: 'conditional-access' },
  530003: { cause: 'conditional-access' },
  53011: { cause: 'conditional-access' },
  530032: { cause: 'conditional-access' },
  530034: { cause: 'conditional-access', alternatives: ['wrong-account'] },
  530035: { cause: 'auth-policy-blocked' },
  530084: { cause: 'conditional-access' },
  50005: { cause: 'conditional-access', whoCanFix: 'user' },
  500021: { cause: 'conditional-access', alternatives: ['proxy-blocked'] },
  500022: { cause: 'conditional-access', alternatives: ['proxy-blocked'] },
  500212: { cause: 'conditional-access', alternatives: ['wrong-account'] },
  500213: { cause: 'conditional-access', alternatives: ['wrong-account'] },

  // A sign-in page is needed
  50058: { cause: 'interaction-required' },
  50140: { cause: 'interaction-required' },
  700020: { cause: 'interaction-required' },

  // The account
  16000: { cause: 'wrong-account', alternatives: ['interaction-required'] },
  16003: { cause: 'wrong-account' },
  50085: { cause: 'wrong-account', alternatives: ['interaction-required'] },
  50034: { cause: 'wrong-account' },
  51004: { cause: 'wrong-account' },
  50020: { cause: 'wrong-account' },
  90072: { cause: 'wrong-account' },
  500208: { cause: 'wrong-account' },
  50014: { cause: 'wrong-account' },
  50055: { cause: 'user-locked-or-password' },
  50144: { cause: 'user-locked-or-password' },
  50135: { cause: 'user-locked-or-password' },
  50053: { cause: 'user-locked-or-password', alternatives: ['conditional-access'], retry: 'later' },
  50056: { cause: 'user-locked-or-password' },
  50126: { cause: 'user-locked-or-password' },
  50057: { cause: 'user-disabled' },
  500571: { cause: 'user-disabled' },
  50105: { cause: 'user-not-assigned' },

  // Load and faults on Microsoft's side
  50196: { cause: 'throttled', whoCanFix: 'developer' },
  90055: { cause: 'throttled' },
  50166: { cause: 'throttled', alternatives: ['service-unavailable'] },
  90033: { cause: 'service-unavailable' },
  90006: { cause: 'service-unavailable' },
  90012: { cause: 'service-unavailable' },
  90024: { cause: 'service-unavailable' },
  90090: { cause: 'service-unavailable' },
  90091: { cause: 'service-unavailable' },
  50033: { cause: 'service-unavailable' },
  50000: { cause: 'service-unavailable' },
  50087: { cause: 'service-unavailable' },
  90036: { cause: 'service-unavailable', retry: 'no' },
};
