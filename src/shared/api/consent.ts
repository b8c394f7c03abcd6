import * as z from 'zod/mini';
import { consentStatuses } from '../domain/consent.ts';
import { languages } from '../i18n/languages.ts';
import { verdict } from './verdict.ts';

/**
 * `redirect`: Microsoft answers to our callback, which the registration must list. `plain`: no answer comes, the page is
 * Microsoft's own; works for every registration and can be sent to somebody else.
 */
export const consentForms = ['redirect', 'plain'] as const;
export type ConsentForm = (typeof consentForms)[number];

/** One try to have consent granted, of the registration that is stored now. */
export const consentAttempt = z.object({
  id: z.string(),
  form: z.enum(consentForms),
  status: z.enum(consentStatuses),
  startedAt: z.string(),
  /** Name of the person. */
  startedBy: z.nullable(z.string()),
  /** When Microsoft's answer came back. */
  answeredAt: z.nullable(z.string()),
  /** When a fresh token was last looked at. */
  lookedAt: z.nullable(z.string()),
  looks: z.int(),
  /** Required rights that the last token looked at did not name; null before the first look or when it was not readable. */
  missing: z.nullable(z.array(z.string())),
  /** Why it was refused, or why nobody can look. */
  verdict: z.nullable(verdict),
});
export type ConsentAttempt = z.infer<typeof consentAttempt>;

/** POST /api/v1/entities/{id}/consent; the server chooses the form unless told. */
export const consentRequest = z.strictObject({
  /** Of the page on which the answer arrives. */
  language: z.enum(languages),
  form: z.optional(z.enum(consentForms)),
});
export type ConsentRequest = z.infer<typeof consentRequest>;

/** The link holds the one-time state; it is told once. */
export const startedConsent = z.object({ link: z.string(), attempt: consentAttempt });
export type StartedConsent = z.infer<typeof startedConsent>;
