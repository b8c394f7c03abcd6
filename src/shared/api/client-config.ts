import * as z from 'zod/mini';

/** GET /tab/config.json: what the bundle must be told about this installation. Nothing secret, nothing per person. */
export const clientConfig = z.object({
  clientId: z.string(),
  /** Scope of our own API, `api://host/client-id/access_as_user`. */
  scope: z.string(),
  /** Origins of Microsoft 365 pages that may frame the tab, in the exact form teams-js compares. */
  hostOrigins: z.array(z.string()),
  /** Authority and endpoints for msal-browser; endpoints are null for clouds that MSAL knows by itself. */
  authority: z.string(),
  authorityMetadata: z.nullable(
    z.object({
      issuer: z.string(),
      authorization_endpoint: z.string(),
      token_endpoint: z.string(),
      end_session_endpoint: z.string(),
      jwks_uri: z.string(),
    }),
  ),
  /** Page on which an admin consents to a registration's rights, with `{tenant}` and `{client}`. */
  adminConsent: z.string(),
  /** What the registration lists under the platform Web; the last one is LEGAL 365's own desktop sign-in. */
  redirectUris: z.object({ consent: z.string(), mailbox: z.string(), desktop: z.string() }),
  /** Portal base addresses for "what to click" links. */
  portal: z.object({ entra: z.string(), microsoft365: z.string(), exchange: z.string() }),
});
export type ClientConfig = z.infer<typeof clientConfig>;
