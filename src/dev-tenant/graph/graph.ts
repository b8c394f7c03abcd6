import type { FastifyPluginAsync, FastifyRequest } from 'fastify';

import type { DevTenantContext } from '../context.ts';
import { placeFaults } from '../control/place-faults.ts';
import { GraphApi } from './api.ts';
import { authenticate } from './authentication.ts';
import { answerBatch } from './batch.ts';
import { parseCall, type CallIds, type GraphAnswer, type GraphCall } from './call.ts';
import type { Mailboxes } from './mailboxes.ts';
import { badRequest, GraphError, methodNotAllowed, unreadableJson } from './refusals.ts';
import { idsOf, refusalAnswer, sendAnswer } from './reply.ts';

/** Graph takes 4 MB a request ("Attach large files to Outlook messages"). */
const largestBody = 4 * 1024 * 1024;

/**
 * The emulated Microsoft Graph v1.0, to be mounted at the prefix `/graph`.
 * Only what a product flow or a proving client calls; everything else is refused as Graph refuses it.
 */
export function graphRoutes(context: DevTenantContext, mailboxes: Mailboxes): FastifyPluginAsync {
  const api = new GraphApi(context, mailboxes);
  return async (app) => {
    // Graph answers unreadable JSON in its own words, so the text is parsed by the handler.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(
      '*',
      { parseAs: 'string' },
      async (_request: FastifyRequest, text: string) => text,
    );
    app.addHook('onRequest', placeFaults(context, 'graph'));
    app.setErrorHandler(async (error, request, reply) => {
      const ids = idsOf(request);
      await sendAnswer(reply, ids, refusalAnswer(refusalOf(error), ids, context.now()));
    });
    app.all('/*', { bodyLimit: largestBody }, async (request, reply) => {
      const ids = idsOf(request);
      await sendAnswer(reply, ids, await answerRequest(context, api, request, ids));
    });
  };
}

async function answerRequest(
  context: DevTenantContext,
  api: GraphApi,
  request: FastifyRequest,
  ids: CallIds,
): Promise<GraphAnswer> {
  const token = await authenticate(context, request.headers.authorization);
  const call = callOf(request);
  if (!isBatch(call)) return api.answer(call, token);
  if (call.method !== 'POST') throw methodNotAllowed();
  const refuse = (error: unknown) => refusalAnswer(refusalOf(error), ids, context.now());
  const answerItem = async (item: GraphCall) => {
    if (isBatch(item)) throw badRequest('A batch cannot hold another batch.');
    return api.answer(item, token);
  };
  return { status: 200, headers: {}, body: await answerBatch(call.body, answerItem, refuse) };
}

function isBatch({ segments }: GraphCall): boolean {
  return segments.length === 1 && segments[0] === '$batch';
}

function callOf(request: FastifyRequest): GraphCall {
  const mount = request.routeOptions.url?.replace(/\*$/, '') ?? '/';
  const [version = '', ...path] = request.url.slice(mount.length).split('/');
  if (version !== 'v1.0') throw badRequest('Invalid version.');
  return parseCall(request.method, path.join('/'), jsonOf(request));
}

function jsonOf(request: FastifyRequest): unknown {
  if (typeof request.body !== 'string' || request.body === '') return undefined;
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) throw unreadableJson();
  try {
    return JSON.parse(request.body);
  } catch {
    throw unreadableJson();
  }
}

function refusalOf(error: unknown): GraphError {
  if (error instanceof GraphError) return error;
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 500;
  if (status === 413) return new GraphError(413, 'BadRequest', 'Maximum request length exceeded.');
  if (typeof status === 'number' && status < 500) return new GraphError(status, 'BadRequest', 'Bad request.');
  throw error;
}
