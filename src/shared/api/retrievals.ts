import * as z from 'zod/mini';
import { verdict } from './verdict.ts';

/** Retrieval of one mailbox. `off`: the firm has not switched it on for the entity. `silent`: no success for 24 hours. */
export const retrievalState = z.object({
  on: z.boolean(),
  running: z.boolean(),
  lastStartedAt: z.nullable(z.string()),
  lastSuccessAt: z.nullable(z.string()),
  /** When it is due again; null while it is off. */
  nextAt: z.nullable(z.string()),
  silent: z.boolean(),
  /** Why the last one failed; null after a success. */
  verdict: z.nullable(verdict),
  /** Messages that LEGAL 365 has not taken over yet. */
  kept: z.int(),
});
export type RetrievalState = z.infer<typeof retrievalState>;

export const retrievalIntervals = [5, 10, 15, 30, 60] as const;

/** GET, PUT /api/v1/entities/{id}/retrieval. Off until the firm switches it on; messages stay on the server unless it says otherwise. */
export const retrievalSettings = z.strictObject({
  on: z.boolean(),
  everyMinutes: z.int().check(z.minimum(1), z.maximum(1440)),
  /** Whether messages are deleted at Microsoft once they are stored here. Refused on the embedded database. */
  deleteFromServer: z.boolean(),
});
export type RetrievalSettings = z.infer<typeof retrievalSettings>;

/** With what this installation can do: deleting needs a database that survives a loss of power. */
export const retrievalSettingsAnswer = z.object({ settings: retrievalSettings, mayDelete: z.boolean() });
export type RetrievalSettingsAnswer = z.infer<typeof retrievalSettingsAnswer>;

/** POST /api/v1/mailboxes/{id}/retrievals: retrieves now. */
export const retrievalResult = z.object({
  /** `already-running`: another session of this mailbox is at it. */
  outcome: z.enum(['done', 'failed', 'already-running']),
  /** Messages that were new. */
  received: z.int(),
  verdict: z.nullable(verdict),
});
export type RetrievalResult = z.infer<typeof retrievalResult>;
