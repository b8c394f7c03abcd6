import * as z from 'zod/mini';
import { idInPath } from '../../../shared/api/id-in-path.ts';
import { retrievalResult } from '../../../shared/api/retrievals.ts';
import type { Verdict } from '../../../shared/api/verdict.ts';
import { personOf } from '../../http/access.ts';
import { ProblemError } from '../../http/problems.ts';
import type { Server } from '../../http/server.ts';
import { refuseIfExceeded } from '../../http/service-key-access.ts';
import { unknownMailbox, type Mailboxes } from '../mailboxes/index.ts';
import type { Retrievals } from './retrieval-service.ts';

/** Over all mailboxes. Each is a session at Microsoft, and takes a place from those that are due. */
const startedAMinute = 20;

const params = z.object({ id: idInPath });

/** POST .../retrievals: retrieves now. Whoever manages the mailbox may ask for it; the messages are its owner's alone. */
export function retrievalRoutes(app: Server, retrievals: Retrievals, mailboxes: Mailboxes): void {
  const countStarted = app.createRateLimit({
    max: startedAMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => `${request.person?.tenantId} ${request.person?.userId}`,
  });

  app.post(
    '/api/v1/mailboxes/:id/retrievals',
    {
      config: { access: ['Admin', 'User'] },
      schema: { params, response: { 200: retrievalResult } },
    },
    async (request) => {
      const mailbox = await mailboxes.row(personOf(request), request.params.id, 'manage');
      if (mailbox === null) return unknownMailbox();
      refuseIfExceeded(await countStarted(request), 'retrievals by one person');
      const result = await retrievals.retrieveNow(mailbox);
      switch (result.kind) {
        case 'off':
          throw new ProblemError('retrieval-off', 'An administrator switches retrieval on for the entity');
        case 'sign-in-needed':
          throw signInNeeded(result.verdict);
        case 'already-running':
          return { outcome: 'already-running' as const, received: 0, verdict: null };
        case 'failed':
          return { outcome: 'failed' as const, received: result.received, verdict: result.verdict };
        case 'done':
          return { outcome: 'done' as const, received: result.received, verdict: null };
      }
    },
  );
}

function signInNeeded(verdict: Verdict | null): ProblemError {
  const detail = 'Sign in to the mailbox with Microsoft first';
  return new ProblemError('sign-in-needed', detail, verdict ? { verdict } : {});
}
