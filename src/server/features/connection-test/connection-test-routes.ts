import type { FastifyReply } from 'fastify';
import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import {
  connectionTest,
  connectionTestHistory,
  connectionTestRequest,
} from '../../../shared/api/connection-tests.ts';
import type { LiveEvent } from '../../../shared/api/events.ts';
import { idInPath } from '../../../shared/api/id-in-path.ts';
import { personOf } from '../../http/access.ts';
import type { EventStream } from '../../http/event-stream-reply.ts';
import { ProblemError } from '../../http/problems.ts';
import type { Server } from '../../http/server.ts';
import type { Tables } from '../../storage/tables.ts';
import { recordAudit } from '../audit/index.ts';
import { formatEvent, type LiveEvents } from '../live-events/index.ts';
import type { ConnectionTests } from './connection-test-service.ts';
import type { ConnectionTestStore } from './connection-test-store.ts';
import type { TestSubject, TestSubjects } from './subject.ts';
import { SubjectReplacedError, type TestRequest } from './test-run-service.ts';

export interface ConnectionTestRouteDependencies {
  connectionTests: ConnectionTests;
  store: ConnectionTestStore;
  subjects: TestSubjects;
  db: Kysely<Tables>;
  live: LiveEvents;
  now: () => number;
  openEventStream(reply: FastifyReply): EventStream;
}

const params = z.object({ id: idInPath });
const path = '/api/v1/entities/:id/connection-tests';
/** Four a day for 90 days, and room for those that people start. */
const longestHistory = 500;

/** POST runs a test (its progress as events where `Accept` asks for them); GET answers the latest and the history. */
export function connectionTestRoutes(app: Server, given: ConnectionTestRouteDependencies): void {
  app.post(
    path,
    {
      config: { access: ['Admin'] },
      schema: { params, body: connectionTestRequest, response: { 200: connectionTest } },
    },
    async (request, reply) => {
      const person = personOf(request);
      const subject = await given.subjects.subject(person.tenantId, request.params.id);
      if (subject === null)
        throw new ProblemError('registration-missing', 'Enter the registration of the entity first');
      const deep = request.body.deep ?? false;
      const action = deep ? 'deep-test-started' : 'connection-test-started';
      const entity = { id: subject.entityId, name: subject.entityName };
      await recordAudit(given.db, { action, actor: person, entity }, given.now());
      const test: TestRequest = { trigger: 'person', deep, startedBy: person.userId };
      if (!request.headers.accept?.includes('text/event-stream'))
        return given.connectionTests.run(subject, test).catch(replacedMeanwhile);
      streamRun(given, given.openEventStream(reply), subject, test).catch((error: unknown) =>
        request.log.error({ err: error, entityId: subject.entityId }, 'connection test failed'),
      );
      return reply;
    },
  );

  app.get(
    path,
    {
      config: { access: ['Admin', 'Reader', 'User'] },
      schema: { params, response: { 200: connectionTestHistory } },
    },
    async (request) => {
      const { tenantId } = personOf(request);
      const history = await given.store.history(tenantId, request.params.id, longestHistory);
      const running = given.connectionTests.running(tenantId, request.params.id);
      const current = await given.store.latest(tenantId, new Date(given.now()));
      return { latest: running ?? current.get(request.params.id) ?? null, history };
    },
  );
}

/** What was tested is no longer what is stored: its result would answer another question. */
export function replacedMeanwhile(error: unknown): never {
  if (!(error instanceof SubjectReplacedError)) throw error;
  throw new ProblemError('conflict', 'Another person changed the registration meanwhile; look at it again');
}

/**
 * The run's own events on the answer itself, up to and with `test-finished`. A test goes on when its reader leaves, and
 * a stream that ends without that event says that the result could not be kept.
 */
async function streamRun(
  given: ConnectionTestRouteDependencies,
  stream: EventStream,
  subject: TestSubject,
  test: TestRequest,
): Promise<void> {
  const leave = given.live.subscribe(subject.tenantId, (event: LiveEvent) => {
    if ('entityId' in event && event.entityId === subject.entityId) stream.write(formatEvent(event));
  });
  stream.onClose(leave);
  try {
    await given.connectionTests.run(subject, test);
  } finally {
    stream.end();
  }
}
