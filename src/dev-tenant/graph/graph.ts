import type { FastifyPluginAsync } from 'fastify';

import type { DevTenantContext } from '../context.ts';

/**
 * The emulated Microsoft Graph v1.0, to be mounted at the prefix `/graph`.
 * Only what a product flow or a proving client calls; everything else is refused as Graph refuses it.
 */
export function graphRoutes(_context: DevTenantContext): FastifyPluginAsync {
  return async (app) => {
    app.all('/*', async (_request, reply) => reply.code(400).send());
  };
}
