import * as z from 'zod/mini';
import { modules } from '../domain/modules.ts';
import { setupMarks } from '../domain/setup.ts';
import { connectionTest } from './connection-tests.ts';
import { consentAttempt } from './consent.ts';
import { idInPath } from './id-in-path.ts';

/** No control characters or halves of a character, which databases refuse, nothing that turns the text around it. */
const plainText = /^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u;
const somethingToSee = /[\p{L}\p{N}\p{P}\p{S}]/u;
const entityName = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(120), z.regex(plainText), z.regex(somethingToSee));
const chosenModules = z.array(z.enum(modules)).check(z.minLength(1), z.maxLength(modules.length));
/** Typed values are bounded here and judged by domain/registration-input.ts. */
export const longestTyped = 2000;
const typed = z.string().check(z.maxLength(longestTyped));

/** The stored registration as anybody may see it: the secret is write-only and never part of it. */
export const registration = z.object({
  directoryId: z.string(),
  applicationId: z.string(),
  /** ISO date. */
  secretExpiresOn: z.string(),
  storedAt: z.string(),
  /** Name of the admin who entered it: the person to ask. */
  storedBy: z.nullable(z.string()),
  /** Names of the firm's other entities with the same application: a renewal concerns them all. */
  sharedWith: z.array(z.string()),
});
export type Registration = z.infer<typeof registration>;

/** An unfinished entry, kept encrypted for 24 hours so that a secret shown once is not lost. */
export const registrationDraft = z.object({
  directoryId: z.string(),
  applicationId: z.string(),
  hasSecret: z.boolean(),
  secretExpiresOn: z.string(),
  probeMailbox: z.string(),
  expiresAt: z.string(),
});
export type RegistrationDraft = z.infer<typeof registrationDraft>;

/** What a person said is done in the set-up, and who that was. */
export const setupMark = z.object({
  mark: z.enum(setupMarks),
  markedAt: z.string(),
  markedBy: z.nullable(z.string()),
});

export const entity = z.object({
  id: z.string(),
  name: z.string(),
  modules: z.array(z.enum(modules)),
  probeMailbox: z.nullable(z.string()),
  registration: z.nullable(registration),
  draft: z.nullable(registrationDraft),
  latestTest: z.nullable(connectionTest),
  setupMarks: z.array(setupMark),
  /** The last try to have consent granted for the registration stored now. */
  consent: z.nullable(consentAttempt),
  /** Keys of LEGAL 365 that can be used now, and when one was last used. */
  serviceKeys: z.object({ active: z.int(), lastUsedAt: z.nullable(z.string()) }),
  createdAt: z.string(),
});
export type Entity = z.infer<typeof entity>;

/** GET /api/v1/entities */
export const entityList = z.object({ entities: z.array(entity) });

/** POST /api/v1/entities */
export const newEntity = z.strictObject({ name: entityName, modules: chosenModules });
export type NewEntity = z.infer<typeof newEntity>;

/** PUT and DELETE /api/v1/entities/{id}/setup-marks/{mark} */
export const setupMarkParams = z.object({ id: idInPath, mark: z.enum(setupMarks) });

/** PATCH /api/v1/entities/{id} */
export const entityChange = z.strictObject({
  name: z.optional(entityName),
  modules: z.optional(chosenModules),
});
export type EntityChange = z.infer<typeof entityChange>;

/**
 * PUT /api/v1/entities/{id}/registration and .../registration/draft.
 * Without `clientSecret` the one in the draft is used, else the stored one while both ids are those stored.
 */
export const registrationValues = z.strictObject({
  directoryId: typed,
  applicationId: typed,
  clientSecret: z.optional(typed),
  secretExpiresOn: typed,
  probeMailbox: typed,
});
export type RegistrationValues = z.infer<typeof registrationValues>;

/** Answer of PUT .../registration: stored, and what the first test of its modules found. */
export const storedRegistration = z.object({ entity, test: connectionTest });
export type StoredRegistration = z.infer<typeof storedRegistration>;

/** POST /api/v1/entities/{id}/secret-renewals: the new value is tested beside the old one, then swapped. */
export const secretRenewalRequest = z.strictObject({ clientSecret: typed, secretExpiresOn: typed });
export type SecretRenewalRequest = z.infer<typeof secretRenewalRequest>;

export const secretRenewal = z.object({
  /** Every entity whose registration was renewed, the asked one first. */
  renewed: z.array(z.object({ id: z.string(), name: z.string() })),
  /** The value was the one in use already: only the date has changed, and there is no old secret to delete. */
  sameSecret: z.boolean(),
});
export type SecretRenewal = z.infer<typeof secretRenewal>;
