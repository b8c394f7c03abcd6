import { setTimeout as wait } from 'node:timers/promises';

import type { FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';

import type { DevTenantContext } from '../context.ts';
import type { FaultPlace } from '../faults.ts';
import { proxyPage } from './proxy-page.ts';

type HttpPlace = Extract<FaultPlace, 'entra' | 'graph' | 'bot'>;

function unavailable(place: HttpPlace, status: number): Record<string, unknown> {
  if (place === 'entra') {
    // Word and status of AADSTS90033 are an assumption.
    const text = 'AADSTS90033: A transient error has occurred. Please try again.';
    return { error: 'temporarily_unavailable', error_description: text, error_codes: [90033] };
  }
  // "Microsoft Graph error responses and resource types".
  const code = status === 503 ? 'serviceNotAvailable' : 'generalException';
  return {
    error: { code, message: 'The service is temporarily unavailable. Repeat the request after a delay.' },
  };
}

function throttled(): Record<string, unknown> {
  const text = 'AADSTS90055: There have been too many requests for the tenant. Try again later.';
  return { error: 'temporarily_unavailable', error_description: text, error_codes: [90055] };
}

async function answerForFault(
  context: DevTenantContext,
  place: HttpPlace,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const { faults } = context;
  const latency = faults.at('latency', place);
  // Not holding the event loop: a server that closes does not wait for this.
  if (latency) await wait(latency.ms ?? 1000, undefined, { ref: false });
  if (faults.at('timeout', place)) return reply.hijack();
  if (faults.at('connection-dropped', place)) {
    reply.hijack();
    request.raw.socket.destroy();
    return reply;
  }
  if (faults.at('proxy-blocked', place))
    return reply.code(403).type('text/html; charset=utf-8').send(proxyPage);
  const outage = faults.at('service-unavailable', place);
  // With a module named, Graph plays it for that module's items alone.
  if (outage && outage.module === undefined)
    return reply.code(outage.status ?? 503).send(unavailable(place, outage.status ?? 503));
  const throttling = place === 'entra' ? faults.at('throttled', place) : undefined;
  if (throttling) {
    return reply
      .code(429)
      .header('Retry-After', throttling.retryAfterSeconds ?? 60)
      .send(throttled());
  }
  return undefined;
}

/**
 * A hook that plays the faults of a whole place: latency, timeout (accepts and never answers, until the server
 * closes), connection-dropped, proxy-blocked, service-unavailable. `throttled` is played for Entra only: Graph
 * throttles single items of a batch.
 */
export function placeFaults(context: DevTenantContext, place: HttpPlace): onRequestAsyncHookHandler {
  return async (request, reply) => answerForFault(context, place, request, reply);
}
