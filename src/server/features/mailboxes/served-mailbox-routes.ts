import * as z from 'zod/mini';
import { idInPath } from '../../../shared/api/id-in-path.ts';
import { servedMailboxes } from '../../../shared/api/mailbox-tokens.ts';
import { keyHolderOf } from '../../http/access.ts';
import type { Server } from '../../http/server.ts';
import { unknownEntity } from '../entity-registration/index.ts';
import type { Mailboxes } from './mailbox-service.ts';

/** GET /api/v1/entities/{id}/mailboxes, for LEGAL 365: the mailboxes of the key's entity, in the order of their addresses. */
export function servedMailboxRoutes(app: Server, mailboxes: Mailboxes): void {
  app.get(
    '/api/v1/entities/:id/mailboxes',
    {
      config: { access: { serviceKey: 'mail' } },
      schema: {
        params: z.object({ id: idInPath }),
        response: { 200: servedMailboxes },
        security: [{ serviceKey: [] }],
      },
    },
    async (request) => {
      const { tenantId, entityId } = keyHolderOf(request);
      // Another entity's id is answered like one that does not exist, also to a key of the same tenant.
      if (request.params.id !== entityId) return unknownEntity();
      return { mailboxes: await mailboxes.ofEntity(tenantId, entityId) };
    },
  );
}
