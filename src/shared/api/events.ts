import * as z from 'zod/mini';
import { connectionTest, connectionTestStep } from './connection-tests.ts';

/** GET /api/v1/events: what a page that is open learns without asking. One JSON object an event, SSE field `data`. */
export const liveEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('test-started'), entityId: z.string(), test: connectionTest }),
  z.object({
    type: z.literal('test-step'),
    entityId: z.string(),
    testId: z.string(),
    step: connectionTestStep,
  }),
  z.object({ type: z.literal('test-finished'), entityId: z.string(), test: connectionTest }),
  z.object({ type: z.literal('entity-changed'), entityId: z.string() }),
  /** Of any kind: sign-in, test, retrieval. It tells everybody of the tenant nothing but the id. */
  z.object({ type: z.literal('mailbox-changed'), mailboxId: z.string() }),
]);
export type LiveEvent = z.infer<typeof liveEvent>;
