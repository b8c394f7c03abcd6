import type { EntraNumber } from './entra-number.ts';

/** AADSTS numbers about the registration, its consent and our requests (Microsoft Entra authentication and authorization error codes). */
export const applicationNumbers: Readonly<Record<number, EntraNumber>> = {
  // The secret or certificate of the registration
  7000215: { cause: 'secret-wrong' },
  7000222: { cause: 'secret-expired' },
  7000218: { cause: 'secret-missing', alternatives: ['app-config-wrong'] },
  7000216: { cause: 'secret-missing' },
  700027: { cause: 'secret-wrong', alternatives: ['secret-expired'] },
  70002: {
    cause: 'secret-wrong',
    alternatives: ['secret-missing', 'secret-expired', 'app-not-found'],
    // Old answers name it beside the number that tells the reason.
    generic: true,
  },
  50012: { cause: 'secret-wrong', alternatives: ['secret-expired'] },

  // The registration: unknown, switched off, on the wrong platform
  700016: { cause: 'app-not-found' },
  70001: { cause: 'app-not-found', alternatives: ['app-disabled'] },
  700011: { cause: 'app-not-found', alternatives: ['consent-missing'] },
  7000112: { cause: 'app-disabled' },
  1000031: { cause: 'app-disabled' },
  700025: { cause: 'app-config-wrong' },
  50194: { cause: 'app-config-wrong', alternatives: ['request-malformed'], whoCanFix: 'developer' },
  90130: { cause: 'app-config-wrong', alternatives: ['request-malformed'], whoCanFix: 'developer' },
  9002326: { cause: 'app-config-wrong', alternatives: ['request-malformed'] },
  9002327: { cause: 'app-config-wrong' },
  7000114: { cause: 'app-config-wrong', whoCanFix: 'developer', retry: 'no' },

  // The directory
  90002: { cause: 'tenant-not-found' },
  900023: { cause: 'tenant-not-found' },
  90038: { cause: 'tenant-not-found', whoCanFix: 'developer' },

  // The API that was asked for
  500011: { cause: 'resource-not-in-tenant', alternatives: ['request-malformed', 'app-config-wrong'] },
  500014: { cause: 'resource-not-in-tenant', alternatives: ['app-disabled'] },
  50001: { cause: 'resource-not-in-tenant', alternatives: ['request-malformed'] },
  650052: { cause: 'resource-not-in-tenant' },
  650054: { cause: 'resource-not-in-tenant', alternatives: ['app-config-wrong'] },
  650056: { cause: 'app-config-wrong', alternatives: ['consent-missing', 'app-not-found'] },
  650057: { cause: 'app-config-wrong' },
  65005: {
    cause: 'app-config-wrong',
    alternatives: ['resource-not-in-tenant', 'request-malformed', 'consent-missing'],
    says: [
      [
        /not subscribed|service principal/i,
        { cause: 'resource-not-in-tenant', alternatives: ['app-config-wrong'] },
      ],
      [/asked for scope/i, { cause: 'request-malformed', alternatives: ['app-config-wrong'] }],
    ],
  },

  // Consent
  65001: { cause: 'consent-missing', alternatives: ['admin-approval-needed'] },
  65004: { cause: 'user-declined', alternatives: ['admin-approval-needed'] },
  90008: {
    cause: 'consent-missing',
    alternatives: ['app-config-wrong'],
    whoCanFix: 'admin',
    retry: 'after-fix',
  },
  90094: { cause: 'admin-approval-needed' },
  90095: { cause: 'admin-approval-needed' },
  90093: { cause: 'admin-approval-needed', alternatives: ['permission-missing'] },
  90099: { cause: 'admin-approval-needed', alternatives: ['consent-missing', 'wrong-account'] },

  // The redirect URI
  50011: { cause: 'redirect-mismatch' },
  500112: { cause: 'redirect-mismatch' },
  900971: { cause: 'redirect-mismatch', alternatives: ['request-malformed'] },
  70004: { cause: 'redirect-mismatch' },

  // Our own request
  70011: { cause: 'request-malformed' },
  28000: { cause: 'request-malformed' },
  28002: { cause: 'request-malformed' },
  28003: { cause: 'request-malformed' },
  700022: { cause: 'request-malformed' },
  700023: { cause: 'request-malformed' },
  1002012: { cause: 'request-malformed' },
  650053: { cause: 'request-malformed' },
  65002: { cause: 'request-malformed', alternatives: ['app-config-wrong'] },
  90009: { cause: 'request-malformed' },
  90124: { cause: 'request-malformed' },
  9001023: { cause: 'request-malformed' },
  501481: { cause: 'request-malformed', alternatives: ['code-expired-or-used'], retry: 'sign-in-again' },
  50148: { cause: 'request-malformed', alternatives: ['code-expired-or-used'], retry: 'sign-in-again' },
  50147: { cause: 'request-malformed' },
  501491: { cause: 'request-malformed' },
  9002325: { cause: 'request-malformed' },
  9002313: { cause: 'request-malformed' },
  900144: { cause: 'request-malformed' },
  90014: { cause: 'request-malformed' },
  90023: { cause: 'request-malformed' },
  900561: {
    cause: 'request-malformed',
    alternatives: ['interaction-required'],
    whoCanFix: 'user',
    retry: 'sign-in-again',
  },
  90056: { cause: 'request-malformed' },
  70003: { cause: 'request-malformed' },
  70005: { cause: 'request-malformed', alternatives: ['app-config-wrong'] },
  901002: { cause: 'request-malformed' },
  700005: { cause: 'request-malformed', alternatives: ['code-expired-or-used'], retry: 'sign-in-again' },

  // The assertion of the on-behalf-of exchange
  50013: { cause: 'token-invalid', alternatives: ['token-wrong-audience'] },
  500133: { cause: 'token-invalid', whoCanFix: 'nobody', retry: 'later' },
  50027: { cause: 'token-invalid', alternatives: ['token-wrong-audience'] },
};
