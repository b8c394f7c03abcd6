import * as z from 'zod/mini';
import { idInPath } from '../../../shared/api/id-in-path.ts';
import {
  latestSignIn,
  pendingGrantAnswer,
  signInRequest,
  startedSignIn,
  type LatestSignIn,
  type SignInAttempt,
} from '../../../shared/api/mailbox-sign-ins.ts';
import { personOf } from '../../http/access.ts';
import { ProblemError } from '../../http/problems.ts';
import type { Server } from '../../http/server.ts';
import { unknownMailbox } from '../mailboxes/index.ts';
import type { PendingGrants } from './pending-grant-service.ts';
import type { MailboxSignIns } from './sign-in-service.ts';

export interface SignInRouteDependencies {
  signIns: MailboxSignIns;
  pendingGrants: PendingGrants;
  /** Address of the callback, as the registrations have to list it. */
  redirectUri: () => string;
}

const path = '/api/v1/mailboxes/:id/sign-in';
const params = z.object({ id: idInPath });
const people = { access: ['Admin', 'User'] as const };

/** POST, GET and DELETE .../sign-in begin, watch and give up; POST .../pending-grant is the owner's word. */
export function signInRoutes(
  app: Server,
  { signIns, pendingGrants, redirectUri }: SignInRouteDependencies,
): void {
  app.post(
    path,
    { config: people, schema: { params, body: signInRequest, response: { 201: startedSignIn } } },
    async (request, reply) => {
      const { language } = request.body;
      const result = await signIns.start(personOf(request), request.params.id, language, redirectUri());
      switch (result.kind) {
        case 'started':
          return reply.status(201).send({ attempt: result.attempt, url: result.url });
        case 'not-found':
          return unknownMailbox();
        case 'registration-missing':
          throw new ProblemError(
            'registration-missing',
            'An administrator enters the registration of the entity first',
          );
      }
    },
  );

  app.get(path, { config: people, schema: { params, response: { 200: latestSignIn } } }, async (request) =>
    shown(await signIns.latest(personOf(request), request.params.id)),
  );

  app.delete(path, { config: people, schema: { params, response: { 200: latestSignIn } } }, async (request) =>
    shown(await signIns.cancel(personOf(request), request.params.id)),
  );

  app.post(
    '/api/v1/mailboxes/:id/pending-grant',
    { config: people, schema: { params, body: pendingGrantAnswer, response: { 204: z.null() } } },
    async (request, reply) => {
      const result = await pendingGrants.answer(personOf(request), request.params.id, request.body);
      if (result === 'not-found') throw new ProblemError('not-found', 'No sign-in waits for your word here');
      if (result === 'overtaken') {
        throw new ProblemError(
          'conflict',
          'The mailbox or its registration was changed since this sign-in, so it was discarded; sign in again',
        );
      }
      return reply.status(204).send(null);
    },
  );
}

function shown(attempt: SignInAttempt | null | 'unknown'): LatestSignIn {
  return attempt === 'unknown' ? unknownMailbox() : { attempt };
}
