import * as z from 'zod/mini';

/** `graph`: app-only tokens of the entity's registration. `mail`: POP and SMTP tokens of its mailboxes. */
export const serviceKeyScopes = ['graph', 'mail'] as const;
export type ServiceKeyScope = (typeof serviceKeyScopes)[number];

/** A key with which LEGAL 365 fetches tokens of one entity. Its text is shown once, when it is created. */
export const serviceKey = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(serviceKeyScopes)),
  /** Last four characters, to tell one from another. */
  hint: z.string(),
  createdAt: z.string(),
  createdBy: z.nullable(z.string()),
  expiresAt: z.string(),
  lastUsedAt: z.nullable(z.string()),
  revokedAt: z.nullable(z.string()),
});
export type ServiceKey = z.infer<typeof serviceKey>;

/** GET /api/v1/entities/{id}/service-keys, newest first, those revoked or expired for 90 days included. */
export const serviceKeyList = z.object({ serviceKeys: z.array(serviceKey) });

/** POST /api/v1/entities/{id}/service-keys */
export const newServiceKey = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120), z.regex(/^[^\p{C}]*$/u)),
  scopes: z.array(z.enum(serviceKeyScopes)).check(z.minLength(1), z.maxLength(serviceKeyScopes.length)),
  /** ISO date, the key's last day; at most two years from now. */
  expiresOn: z.iso.date(),
});
export type NewServiceKey = z.infer<typeof newServiceKey>;

/** The only answer that ever holds the key's text. */
export const createdServiceKey = z.object({ key: z.string(), serviceKey });
export type CreatedServiceKey = z.infer<typeof createdServiceKey>;

/** POST /api/v1/entities/{id}/access-token, called with a service key of scope `graph`. */
export const appAccessToken = z.object({
  accessToken: z.string(),
  tokenType: z.literal('Bearer'),
  /** ISO time. */
  expiresAt: z.string(),
  directoryId: z.string(),
  applicationId: z.string(),
});
export type AppAccessToken = z.infer<typeof appAccessToken>;
