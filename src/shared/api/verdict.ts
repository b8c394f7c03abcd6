import * as z from 'zod/mini';
import { causes, confidences, retries, whoCanFix } from '../causes.ts';

/** What Microsoft (or the box in between) said, as far as it can be told apart. Times as the answer wrote them. */
export const answerFacts = z.object({
  httpStatus: z.optional(z.int()),
  /** OAuth `error`, Graph `code` or Node's error code. */
  error: z.optional(z.string()),
  /** The vendor's number or inner code, e.g. `AADSTS7000215`. */
  code: z.optional(z.string()),
  message: z.optional(z.string()),
  requestId: z.optional(z.string()),
  traceId: z.optional(z.string()),
  correlationId: z.optional(z.string()),
  time: z.optional(z.string()),
  /** The right that is missing, e.g. `Calendars.ReadWrite`. */
  permission: z.optional(z.string()),
  mailbox: z.optional(z.string()),
  /** Characters of the access token, where the server may have refused it for them. */
  tokenLength: z.optional(z.int()),
  host: z.optional(z.string()),
  /** Two pieces of evidence that contradict each other, named. */
  contradiction: z.optional(z.enum(['right-in-token-but-refused', 'right-missing-but-answered'])),
});
export type AnswerFacts = z.infer<typeof answerFacts>;

export const verdict = z.object({
  cause: z.enum(causes),
  /** Further causes that the same evidence allows, most likely first. */
  alternatives: z.array(z.enum(causes)),
  whoCanFix: z.enum(whoCanFix),
  retry: z.enum(retries),
  /** Seconds to wait before trying again, where the answer named them. */
  retryAfter: z.nullable(z.number()),
  /** True only when the stored grant is gone for good. */
  tokenLost: z.boolean(),
  facts: answerFacts,
  confidence: z.enum(confidences),
});
export type Verdict = z.infer<typeof verdict>;
