export interface PageOrigins {
  /** Who may frame the pages: the hosts of Teams, Outlook and Microsoft 365 of the configured cloud. */
  frameAncestors: readonly string[];
  /** Where MSAL signs people on. */
  login: string;
  /** Whether the pages are served over https. */
  secure: boolean;
}

/** Nothing but our own bundle and the sign-on of the configured cloud (W3C Content Security Policy Level 3). */
export function contentSecurityPolicy(origins: PageOrigins): Record<string, string[]> {
  return {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    // Fluent writes its rules into style elements of its own.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", origins.login],
    'frame-src': [origins.login],
    'form-action': ["'none'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'self'", ...origins.frameAncestors],
    ...(origins.secure ? { 'upgrade-insecure-requests': [] } : {}),
  };
}
