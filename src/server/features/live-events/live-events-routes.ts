import type { FastifyReply } from 'fastify';
import { personOf } from '../../http/access.ts';
import type { EventStream } from '../../http/event-stream-reply.ts';
import type { Server } from '../../http/server.ts';
import { formatEvent, heartbeat } from './event-stream.ts';
import type { LiveEvents } from './live-events-service.ts';

const heartbeatMs = 25_000;

/** GET /api/v1/events: read by fetch streaming with the bearer token, so that no token stands in a URL. */
export function liveEventRoutes(
  app: Server,
  live: LiveEvents,
  openEventStream: (reply: FastifyReply) => EventStream,
): void {
  app.get(
    '/api/v1/events',
    {
      config: { access: ['Admin', 'Reader', 'User'] },
      schema: { hide: true },
      // HEAD would open a stream that nobody ever closes.
      exposeHeadRoute: false,
    },
    (request, reply) => {
      const { tenantId } = personOf(request);
      const stream = openEventStream(reply);
      const leave = live.subscribe(tenantId, (event) => stream.write(formatEvent(event)));
      const beat = setInterval(() => stream.write(heartbeat), heartbeatMs);
      stream.onClose(() => {
        clearInterval(beat);
        leave();
      });
      stream.write(heartbeat);
      return reply;
    },
  );
}
