import { randomUUID } from 'node:crypto';

import type { FastifyReply, FastifyRequest } from 'fastify';

import type { CallIds, GraphAnswer } from './call.ts';
import type { GraphError } from './refusals.ts';

const successType =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

const idsByRequest = new WeakMap<FastifyRequest, CallIds>();

/** The ids of a request; a client's own id is echoed when it looks like one, else it is the service's. */
export function idsOf(request: FastifyRequest): CallIds {
  const known = idsByRequest.get(request);
  if (known) return known;
  const requestId = randomUUID();
  const given = request.headers['client-request-id'];
  const isUsable = typeof given === 'string' && /^[\w-]{1,64}$/.test(given);
  const ids = { requestId, clientRequestId: isUsable ? given : requestId };
  idsByRequest.set(request, ids);
  return ids;
}

/** The error body of "Microsoft Graph error responses and resource types"; the date stands without a zone there. */
export function refusalAnswer(error: GraphError, ids: CallIds, now: number): GraphAnswer {
  const innerError = {
    date: new Date(now).toISOString().slice(0, 19),
    'request-id': ids.requestId,
    'client-request-id': ids.clientRequestId,
  };
  return {
    status: error.status,
    headers: { 'Cache-Control': 'no-cache', 'Content-Type': 'application/json', ...error.headers },
    body: { error: { code: error.code, message: error.message, innerError } },
  };
}

export async function sendAnswer(reply: FastifyReply, ids: CallIds, answer: GraphAnswer): Promise<void> {
  await reply
    .code(answer.status)
    .headers({ 'request-id': ids.requestId, 'client-request-id': ids.clientRequestId })
    .headers(answer.body === undefined ? answer.headers : { 'Content-Type': successType, ...answer.headers })
    .send(answer.body === undefined ? undefined : JSON.stringify(answer.body));
}
