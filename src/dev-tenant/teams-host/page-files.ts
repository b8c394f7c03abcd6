import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { extname, join } from 'node:path';

import type { FastifyPluginAsync, FastifyReply } from 'fastify';

const folder = join(import.meta.dirname, 'page');

const fileName = '^[a-z][a-z-]{0,40}\\.(ts|css|svg)$';

const contentTypes: Readonly<Record<string, string>> = {
  '.ts': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.html': 'text/html; charset=utf-8',
};

/** The page's own files; its TypeScript runs in the browser with the types taken out, each module a file of its own. */
export const pageFiles: FastifyPluginAsync = async (app) => {
  app.get('/', async (_, reply) => sendFile(reply, 'index.html'));
  app.get('/host/signed-in', async (_, reply) => sendFile(reply, 'signed-in.html'));
  app.get<{ Params: { name: string } }>(
    '/page/:name',
    { schema: { params: { type: 'object', properties: { name: { type: 'string', pattern: fileName } } } } },
    async ({ params }, reply) => sendFile(reply, params.name),
  );
};

async function sendFile(reply: FastifyReply, name: string): Promise<string | FastifyReply> {
  const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
  if (text === undefined) return reply.code(404).send();
  const kind = extname(name);
  return reply
    .type(contentTypes[kind] ?? 'application/octet-stream')
    .header('cache-control', 'no-store')
    .send(kind === '.ts' ? stripTypeScriptTypes(text, { mode: 'strip' }) : text);
}
