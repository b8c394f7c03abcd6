import type { FastifyReply, FastifyRequest } from 'fastify';

import type { DevTenantContext } from '../context.ts';

const originOf = (uri: string): string | undefined => (URL.canParse(uri) ? new URL(uri).origin : undefined);

/**
 * Lets a browser read the token endpoint when its origin is that of a registered single-page application; everyone
 * else gets no CORS headers ("OAuth 2.0 authorization code flow", redirect URIs for single-page apps).
 */
export function allowSpaOrigin(
  context: DevTenantContext,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { origin } = request.headers;
  const registered = context.directory.applications.some(({ redirectUris }) =>
    redirectUris.spa.some((uri) => originOf(uri) === origin),
  );
  if (origin === undefined || !registered) return reply;
  return reply.headers({
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Methods': 'POST, OPTIONS',
    'Access-Control-Allow-Headers': request.headers['access-control-request-headers'] ?? 'content-type',
    'Access-Control-Expose-Headers': 'client-request-id, x-ms-request-id, Retry-After',
    Vary: 'Origin',
  });
}
