import * as z from 'zod/mini';
import { protocols, stages } from '../causes.ts';
import { verdict } from './verdict.ts';

const mostHeaders = 50;

/** POST /api/v1/diagnoses: an answer that somebody has before them, such as the text of a Microsoft error page. */
export const diagnosisRequest = z.strictObject({
  /** `entra` unless told. */
  protocol: z.optional(z.enum(protocols)),
  /** `admin-consent-callback` unless told. */
  stage: z.optional(z.enum(stages)),
  httpStatus: z.optional(z.int().check(z.minimum(100), z.maximum(599))),
  headers: z.optional(
    z
      .record(z.string().check(z.maxLength(100)), z.string().check(z.maxLength(2000)))
      .check(z.refine((headers) => Object.keys(headers).length <= mostHeaders)),
  ),
  raw: z.string().check(z.maxLength(32 * 1024)),
});
export type DiagnosisRequest = z.infer<typeof diagnosisRequest>;

/** Secrets in the text are masked before anything is answered; nothing of it is kept. */
export const diagnosis = z.object({ verdict });
export type Diagnosis = z.infer<typeof diagnosis>;
