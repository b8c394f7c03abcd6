import type { FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { idInPath } from '../../../shared/api/id-in-path.ts';
import {
  acknowledged,
  acknowledgement,
  messageList,
  messageQuery,
  messageView,
} from '../../../shared/api/messages.ts';
import { keyHolderOf, personOf } from '../../http/access.ts';
import { ProblemError } from '../../http/problems.ts';
import { RequestsUnderWay } from '../../http/requests-under-way.ts';
import type { Server } from '../../http/server.ts';
import { unknownMailbox } from '../mailboxes/index.ts';
import { whereContentIs } from './message-summary.ts';
import type { Caller, Messages, NotOpened } from './messages-service.ts';

export const messagesPath = '/api/v1/mailboxes/:id/messages';
/** Of these roles those alone who may use the mailbox: the service looks. */
const ownersOnly = ['Admin', 'Reader', 'User'] as const;
const params = z.object({ id: idInPath });
export const messageParams = z.object({ id: idInPath, messageId: idInPath });

/** Each takes a thread, of which there are three for all, and a hostile message holds it for half a minute. */
const viewsUnderWay = { ofCaller: 4, what: 'messages' };

/** What was retrieved into a mailbox: listed, read by its owner, acknowledged by LEGAL 365. */
export function messageRoutes(app: Server, messages: Messages): void {
  const views = new RequestsUnderWay(viewsUnderWay);
  app.get(
    messagesPath,
    {
      config: { access: { roles: ownersOnly, serviceKey: 'mail' } },
      schema: {
        params,
        querystring: messageQuery,
        response: { 200: messageList },
        security: [{ entra: [] }, { serviceKey: [] }],
      },
    },
    async (request) =>
      (await messages.list(callerOf(request), request.params.id, request.query)) ?? unknownMailbox(),
  );

  app.get(
    `${messagesPath}/:messageId`,
    { config: { access: ownersOnly }, schema: { params: messageParams, response: { 200: messageView } } },
    async (request, reply) => {
      const { id, messageId } = request.params;
      views.begin(request, reply);
      const viewing = messages.view({ person: personOf(request) }, id, messageId);
      const result = await views.workOn(request, viewing);
      return result.kind === 'read' ? result.view : notOpened(result);
    },
  );

  app.post(
    '/api/v1/mailboxes/:id/acknowledgements',
    {
      config: { access: { serviceKey: 'mail' } },
      schema: {
        params,
        body: acknowledgement,
        response: { 200: acknowledged },
        security: [{ serviceKey: [] }],
      },
    },
    async (request) => {
      const { id } = request.params;
      const count = await messages.acknowledge({ key: keyHolderOf(request) }, id, request.body.messageIds);
      return count === null ? unknownMailbox() : { acknowledged: count };
    },
  );
}

export function callerOf(request: FastifyRequest): Caller {
  return request.serviceKey === null ? { person: personOf(request) } : { key: request.serviceKey };
}

export function notOpened(result: NotOpened): never {
  if (result.kind === 'no-mailbox') return unknownMailbox();
  throw new ProblemError(
    'not-found',
    result.kind === 'gone' ? whereContentIs[result.state] : 'There is no such message',
  );
}
