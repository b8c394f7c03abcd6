import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import * as z from 'zod/mini';
import { personOf } from '../../http/access.ts';
import { ProblemError } from '../../http/problems.ts';
import { RequestsUnderWay } from '../../http/requests-under-way.ts';
import type { Server } from '../../http/server.ts';
import { savedAs } from './content-disposition.ts';
import { callerOf, messageParams, messagesPath, notOpened } from './message-routes.ts';
import type { Messages } from './messages-service.ts';

const attachmentParams = z.extend(messageParams, {
  index: z.coerce.number().check(z.int(), z.minimum(0), z.maximum(999)),
});

/** A browser loads six things at a time from one server. */
const contentsUnderWay = { ofCaller: 12, what: 'messages' };
/** Each holds a thread for as long as its reader likes, of which there are eight for all. */
const attachmentsUnderWay = { ofCaller: 3, what: 'attachments' };

/** A message as it came, and its attachments: to be saved, never shown by a browser on our origin. */
export function messageContentRoutes(app: Server, messages: Messages): void {
  const contents = new RequestsUnderWay(contentsUnderWay);
  const attachments = new RequestsUnderWay(attachmentsUnderWay);
  app.get(
    `${messagesPath}/:messageId/content`,
    {
      config: { access: { roles: ['Admin', 'Reader', 'User'], serviceKey: 'mail' } },
      schema: {
        params: messageParams,
        description: 'The message by RFC 5322, media type message/rfc822.',
        security: [{ entra: [] }, { serviceKey: [] }],
      },
    },
    async (request, reply) => {
      const { id, messageId } = request.params;
      contents.begin(request, reply);
      const result = await contents.workOn(request, messages.open(callerOf(request), id, messageId));
      if (result.kind !== 'opened') return notOpened(result);
      const { header, octets } = result.message;
      const name = header?.subject ? `${header.subject}.eml` : null;
      // A transfer that breaks off is then seen to be one.
      void reply.type('message/rfc822').header('content-length', octets);
      return saved(reply, savedAs(name, 'message.eml'), result.octets);
    },
  );

  app.get(
    `${messagesPath}/:messageId/attachments/:index`,
    { config: { access: ['Admin', 'Reader', 'User'] }, schema: { params: attachmentParams } },
    async (request, reply) => {
      const { id, messageId, index } = request.params;
      attachments.begin(request, reply);
      const opening = messages.attachment({ person: personOf(request) }, id, messageId, index);
      const result = await attachments.workOn(request, opening);
      if (result.kind === 'no-attachment') {
        throw new ProblemError('not-found', 'The message has no attachment of this number');
      }
      if (result.kind !== 'opened') return notOpened(result);
      void reply.type('application/octet-stream');
      return saved(reply, savedAs(result.attachment.name, 'attachment'), result.attachment.octets);
    },
  );
}

/** `nosniff` is set for every answer; the policy is for a browser that shows it all the same. */
function saved(reply: FastifyReply, disposition: string, octets: Readable): FastifyReply {
  return reply
    .header('content-disposition', disposition)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(octets);
}
