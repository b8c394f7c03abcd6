import * as z from 'zod/mini';
import type { Server } from './server.ts';

const health = z.object({ status: z.enum(['ok', 'unavailable']) });
/** A monitor that asks every second must not use up the requests of those who share its address. */
const access = { access: 'public' as const, rateLimit: false as const };

/** `/healthz`: the process answers. `/readyz`: it can also do its work, that is, reach its database. */
export function serveHealth(app: Server, isReady: () => Promise<boolean>): void {
  const schema = { response: { 200: health, 503: health } };
  app.get('/healthz', { config: access, schema }, () => ({ status: 'ok' as const }));
  app.get('/readyz', { config: access, schema }, async (_request, reply) => {
    if (await isReady()) return { status: 'ok' as const };
    return reply.status(503).send({ status: 'unavailable' as const });
  });
}
