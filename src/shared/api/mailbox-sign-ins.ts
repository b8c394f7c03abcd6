import * as z from 'zod/mini';
import { languages } from '../i18n/languages.ts';
import { verdict } from './verdict.ts';

/**
 * `waiting` until Microsoft's page answers; `redeeming` while the code is exchanged; `signed-in` when the grant is stored;
 * `pending` when it waits for its owner's word; `mismatch` when another account signed in (nothing was changed);
 * `refused` when Microsoft or the person said no; `failed` when nothing could be learnt; `cancelled`, `expired`.
 */
export const signInAttemptStatuses = [
  'waiting',
  'redeeming',
  'signed-in',
  'pending',
  'mismatch',
  'refused',
  'failed',
  'cancelled',
  'expired',
] as const;
export type SignInAttemptStatus = (typeof signInAttemptStatuses)[number];

export const mismatchReasons = [
  'personal-account',
  'other-tenant',
  'guest',
  'other-person',
  'admin-for-user',
  'address-reassigned',
  'not-an-address',
] as const;

/** One try to sign in, as the person sees it who started it. */
export const signInAttempt = z.object({
  id: z.string(),
  mailboxId: z.string(),
  status: z.enum(signInAttemptStatuses),
  startedAt: z.string(),
  /** When the link stops working. */
  expiresAt: z.string(),
  /** Why it is a mismatch, and as whom one signed in; shown to the one who started it. */
  mismatch: z.nullable(z.object({ why: z.enum(mismatchReasons), signedInAs: z.nullable(z.string()) })),
  verdict: z.nullable(verdict),
});
export type SignInAttempt = z.infer<typeof signInAttempt>;

/** GET and DELETE /api/v1/mailboxes/{id}/sign-in: the reader's latest attempt; DELETE gives it up first. */
export const latestSignIn = z.object({ attempt: z.nullable(signInAttempt) });
export type LatestSignIn = z.infer<typeof latestSignIn>;

/** POST /api/v1/mailboxes/{id}/sign-in, with the language of the page on which the answer arrives. */
export const signInRequest = z.strictObject({ language: z.enum(languages) });
export type SignInRequest = z.infer<typeof signInRequest>;
export const startedSignIn = z.object({ attempt: signInAttempt, url: z.string() });
export type StartedSignIn = z.infer<typeof startedSignIn>;

/** POST /api/v1/mailboxes/{id}/pending-grant: the person whose account it is says yes or no; answered 204. */
export const pendingGrantAnswer = z.strictObject({
  id: z.guid().check(z.toLowerCase()),
  accept: z.boolean(),
});
export type PendingGrantAnswer = z.infer<typeof pendingGrantAnswer>;
