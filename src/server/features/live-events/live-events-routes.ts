import type { FastifyReply } from 'fastify';
import { personOf } from '../../http/access.ts';
import { ProblemError } from '../../http/problems.ts';
import type { EventStream } from '../../http/event-stream-reply.ts';
import type { Server } from '../../http/server.ts';
import { formatEvent, heartbeat } from './event-stream.ts';
import type { LiveEvents } from './live-events-service.ts';

const heartbeatMs = 25_000;
/** A person has a tab, a pane and a browser or two; more is a mistake or an attack. */
const mostStreamsAPerson = 20;

/**
 * GET /api/v1/events: read by fetch streaming with the bearer token, so that no token stands in a URL. A stream ends with
 * its token, so that somebody who was disabled does not listen on; a page opens it again with the next one.
 */
export function liveEventRoutes(
  app: Server,
  live: LiveEvents,
  openEventStream: (reply: FastifyReply) => EventStream,
  now: () => number,
): void {
  const open = new Map<string, number>();

  app.get(
    '/api/v1/events',
    {
      config: { access: ['Admin', 'Reader', 'User'] },
      schema: { hide: true },
      // HEAD would open a stream that nobody ever closes.
      exposeHeadRoute: false,
    },
    (request, reply) => {
      const { tenantId, userId, signedOnUntil } = personOf(request);
      const person = `${tenantId}/${userId}`;
      const streams = open.get(person) ?? 0;
      if (streams >= mostStreamsAPerson) {
        throw new ProblemError('too-many-requests', `At most ${mostStreamsAPerson} streams for each person`);
      }
      open.set(person, streams + 1);
      const stream = openEventStream(reply);
      const leave = live.subscribe(tenantId, (event) => stream.write(formatEvent(event)));
      const beat = setInterval(() => stream.write(heartbeat), heartbeatMs);
      const end = setTimeout(() => stream.end(), Math.max(0, signedOnUntil - now()));
      stream.onClose(() => {
        const left = (open.get(person) ?? 1) - 1;
        if (left === 0) open.delete(person);
        else open.set(person, left);
        clearInterval(beat);
        clearTimeout(end);
        leave();
      });
      stream.write(heartbeat);
      return reply;
    },
  );
}
