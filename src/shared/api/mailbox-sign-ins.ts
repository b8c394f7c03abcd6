import * as z from 'zod/mini';
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

/** GET /api/v1/mailboxes/{id}/sign-in: the latest attempt of the reader. */
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

/** POST /api/v1/mailboxes/{id}/sign-in */
export const startedSignIn = z.object({ attempt: signInAttempt, url: z.string() });
export type StartedSignIn = z.infer<typeof startedSignIn>;

/** POST /api/v1/mailboxes/{id}/pending-grant: the person whose account it is says yes or no. */
export const pendingGrantAnswer = z.strictObject({
  id: z.guid().check(z.toLowerCase()),
  accept: z.boolean(),
});
export type PendingGrantAnswer = z.infer<typeof pendingGrantAnswer>;
