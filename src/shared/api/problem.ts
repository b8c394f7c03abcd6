import * as z from 'zod/mini';
import { verdict } from './verdict.ts';

/** Every refusal of the API, by name. Texts stand in the locales under the same name. */
export const problemCodes = [
  'validation-failed',
  'body-not-json',
  'body-too-large',
  'media-type-unsupported',
  'token-missing',
  'token-refused',
  'tenant-not-allowed',
  'role-missing',
  'key-refused',
  'scope-missing',
  'not-found',
  'conflict',
  'registration-missing',
  'registration-refused',
  'registration-unchecked',
  'app-token-refused',
  'sign-in-needed',
  'retrieval-off',
  'too-many-requests',
  'unavailable',
  'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Problem document of RFC 9457, media type application/problem+json. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  code: z.enum(problemCodes),
  /** Which fields were refused and why, by JSON pointer. */
  errors: z.optional(z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() }))),
  /** Present where Microsoft's answer is the reason. */
  verdict: z.optional(verdict),
  cause: z.optional(z.string()),
  /** Quote it to support: the log line has the same id. */
  requestId: z.optional(z.string()),
});
export type Problem = z.infer<typeof problem>;
