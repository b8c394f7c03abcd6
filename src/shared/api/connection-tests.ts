import * as z from 'zod/mini';
import { stepNames, stepStatuses } from '../domain/status.ts';
import { verdict } from './verdict.ts';

/** What a step's status rests on. */
export const evidence = z.object({
  /** HTTP status of the read probe; null when no probe was made or no answer came. */
  probeStatus: z.nullable(z.int()),
  /** Whether the token names the right; null when the token could not be read. */
  rightInToken: z.nullable(z.boolean()),
  /** Rights in the token, for the step `app-token` alone. */
  rights: z.optional(z.array(z.string())),
  /** When writing was last proven by a deep test, ISO time. */
  writeProvenAt: z.nullable(z.string()),
  requestId: z.optional(z.string()),
});
export type Evidence = z.infer<typeof evidence>;

export const connectionTestStep = z.object({
  name: z.enum(stepNames),
  status: z.enum(stepStatuses),
  verdict: z.nullable(verdict),
  evidence: z.nullable(evidence),
  durationMs: z.nullable(z.number()),
  finishedAt: z.nullable(z.string()),
});
export type ConnectionTestStep = z.infer<typeof connectionTestStep>;

export const testTriggers = ['person', 'save', 'consent', 'schedule'] as const;

export const connectionTest = z.object({
  id: z.string(),
  entityId: z.string(),
  trigger: z.enum(testTriggers),
  deep: z.boolean(),
  probeMailbox: z.string(),
  startedAt: z.string(),
  /** null while it runs. */
  finishedAt: z.nullable(z.string()),
  /** The worst of its steps. */
  status: z.enum(stepStatuses),
  steps: z.array(connectionTestStep),
});
export type ConnectionTest = z.infer<typeof connectionTest>;

/** POST /api/v1/entities/{id}/connection-tests */
export const connectionTestRequest = z.strictObject({ deep: z.optional(z.boolean()) });

/** GET /api/v1/entities/{id}/connection-tests, newest first. */
export const connectionTestHistory = z.object({
  latest: z.nullable(connectionTest),
  history: z.array(connectionTest),
});
export type ConnectionTestHistory = z.infer<typeof connectionTestHistory>;
