import * as z from 'zod/mini';
import { idInPath } from '../../../shared/api/id-in-path.ts';
import { appAccessToken } from '../../../shared/api/service-keys.ts';
import { keyHolderOf } from '../../http/access.ts';
import { ProblemError } from '../../http/problems.ts';
import type { Server } from '../../http/server.ts';
import { unknownEntity } from '../entity-registration/index.ts';
import type { GraphTokens } from './graph-token-service.ts';

/** POST /api/v1/entities/{id}/access-token, for LEGAL 365. It takes no body. */
export function accessTokenRoutes(app: Server, tokens: GraphTokens): void {
  app.post(
    '/api/v1/entities/:id/access-token',
    {
      config: { access: { serviceKey: 'graph' } },
      schema: {
        params: z.object({ id: idInPath }),
        response: { 200: appAccessToken },
        security: [{ serviceKey: [] }],
      },
    },
    async (request, reply) => {
      const { tenantId, entityId } = keyHolderOf(request);
      // Another entity's id is answered like one that does not exist, also to a key of the same tenant.
      if (request.params.id !== entityId) return unknownEntity();
      const result = await tokens.issue(tenantId, entityId);
      switch (result.kind) {
        case 'issued':
          // RFC 6749, section 5.1; Cache-Control is set for the whole API.
          return reply.header('pragma', 'no-cache').send(result.token);
        case 'registration-missing':
          throw new ProblemError(
            'registration-missing',
            'The registration of this entity is not entered yet',
          );
        case 'refused':
          throw new ProblemError('app-token-refused', 'Microsoft issues no token for this registration', {
            verdict: result.verdict,
          });
        case 'unchecked':
          throw new ProblemError('unavailable', 'Microsoft could not be asked; try again later', {
            verdict: result.verdict,
          });
      }
    },
  );
}
