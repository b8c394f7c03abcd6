import { z } from 'zod';

import {
  longestSecretEnd,
  newPasswordCredential,
  removePasswordCredential,
} from '../directory/password-credential.ts';
import type { PasswordCredential } from '../directory/model.ts';
import type { PortalApi } from './portal-api.ts';
import { secretLifetimes, type RegistrationAnswer, type SecretAnswer } from './portal-data.ts';
import { invalid, notFound, readBody } from './portal-problem.ts';
import { registrationAnswer, registrationToChange, type RegistrationRoute } from './registration-routes.ts';

const dayMilliseconds = 24 * 60 * 60 * 1000;
/** Assumption; Entra counts all entries of a registration together. */
const mostSecrets = 100;

const description = z.string().trim().max(120, 'The description has at most 120 characters.');
const secretRequest = z.union(
  [
    z.strictObject({ description, days: z.literal(secretLifetimes) }),
    z.strictObject({ description, expiresOn: z.iso.date() }),
  ],
  { error: 'Enter a description of at most 120 characters and choose when the secret expires.' },
);

/** @throws PortalProblem 400 for an end in the past or later than 24 months */
function endOf(request: z.output<typeof secretRequest>, now: number): number {
  if ('days' in request) return now + request.days * dayMilliseconds;
  const end = Date.parse(`${request.expiresOn}T00:00:00Z`);
  if (end <= now) throw invalid('The secret has to expire in the future.');
  if (end > longestSecretEnd(now)) throw invalid('A secret expires after 24 months at the latest.');
  return end;
}

function makeSecret(body: unknown, now: number): PasswordCredential {
  const request = readBody(secretRequest, body);
  const endDateTime = new Date(endOf(request, now)).toISOString();
  // What the portal writes when nothing was typed.
  const unnamed = `Password uploaded on ${new Date(now).toUTCString().slice(0, 16)}`;
  return newPasswordCredential({ displayName: request.description || unnamed, endDateTime }, now);
}

/** "Certificates & secrets": the value stands in the answer that made the secret, and nowhere else. */
export function credentialRoutes(api: PortalApi): void {
  const { app, context } = api;
  app.post<RegistrationRoute>('/registrations/:appId/secrets', async (request, reply) => {
    const { caller, application } = registrationToChange(api, request);
    const secret = makeSecret(request.body, context.now());
    if (application.passwordCredentials.length >= mostSecrets) {
      throw invalid(`The application has ${mostSecrets} secrets. Delete one first.`);
    }
    application.passwordCredentials.push(secret);
    await context.save();
    const answer: SecretAnswer = {
      ...registrationAnswer(api, caller, application),
      secretId: secret.keyId,
      value: secret.secretText,
    };
    return reply.code(201).send(answer);
  });

  app.delete<{ Params: RegistrationRoute['Params'] & { keyId: string } }>(
    '/registrations/:appId/secrets/:keyId',
    async (request): Promise<RegistrationAnswer> => {
      const { caller, application } = registrationToChange(api, request);
      if (!removePasswordCredential(application, request.params.keyId)) {
        throw notFound('The secret does not exist any more.');
      }
      await context.save();
      return registrationAnswer(api, caller, application);
    },
  );
}
