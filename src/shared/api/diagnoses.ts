import * as z from 'zod/mini';
import { protocols, stages } from '../causes.ts';
import { languages } from '../i18n/languages.ts';
import { verdict } from './verdict.ts';

const mostHeaders = 50;

/** Characters of a pasted text that are taken; more is refused. */
export const longestPastedText = 64 * 1024;

/** Credentials that are told apart in a pasted text by their shape or by the name that stands before them. */
export const secretKinds = [
  'client-secret',
  'access-token',
  'refresh-token',
  'authorization-code',
  'password',
  'service-key',
] as const;
export type SecretKind = (typeof secretKinds)[number];

/** POST /api/v1/diagnoses: an answer that somebody has before them, such as the text of a Microsoft error page. */
export const diagnosisRequest = z.strictObject({
  /** Guessed from the text unless told. */
  protocol: z.optional(z.enum(protocols)),
  /** Guessed from the text unless told. */
  stage: z.optional(z.enum(stages)),
  httpStatus: z.optional(z.int().check(z.minimum(100), z.maximum(599))),
  headers: z.optional(
    z
      .record(z.string().check(z.maxLength(100)), z.string().check(z.maxLength(2000)))
      .check(z.refine((headers) => Object.keys(headers).length <= mostHeaders)),
  ),
  raw: z.string().check(z.maxLength(longestPastedText)),
  /** Of the answer's text; that of the header Accept-Language unless told, else English. */
  language: z.optional(z.enum(languages)),
});
export type DiagnosisRequest = z.infer<typeof diagnosisRequest>;

/** Where the text was taken to come from. */
export const origin = z.object({
  protocol: z.enum(protocols),
  stage: z.enum(stages),
  /** What nobody told; while something is guessed, the verdict is a degree less certain. */
  guessed: z.array(z.enum(['protocol', 'stage'])),
});
export type Origin = z.infer<typeof origin>;

/** Secrets in the text are masked before anything is answered; nothing of it is kept. */
export const diagnosis = z.object({
  verdict,
  /** The verdict's text in the language asked for. */
  text: z.object({ title: z.string(), meaning: z.string(), steps: z.array(z.string()) }),
  origin,
  /** What was pasted that should have stayed secret. */
  secrets: z.array(z.enum(secretKinds)),
  /** The pasted text without them; null when none were seen. */
  maskedText: z.nullable(z.string()),
});
export type Diagnosis = z.infer<typeof diagnosis>;
