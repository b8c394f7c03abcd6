import { fastifyStatic } from '@fastify/static';
import { clientConfig, type ClientConfig } from '../../shared/api/client-config.ts';
import type { Server } from './server.ts';

/** A year: names of bundled files carry a hash of their content. */
const forEver = { maxAge: 31_536_000_000, immutable: true };

/** The bundled tab, and what it must be told about this installation. `folder` is an absolute path. */
export async function servePages(app: Server, folder: string, config: () => ClientConfig): Promise<void> {
  await app.register(fastifyStatic, { root: folder, serve: false, index: false });
  const access = { config: { access: 'public' as const }, schema: { hide: true } };
  app.get('/', access, (_request, reply) => reply.redirect('/tab/'));
  app.get('/tab', access, (_request, reply) => reply.redirect('/tab/'));
  app.get('/tab/', access, (_request, reply) =>
    reply.header('cache-control', 'no-cache').sendFile('tab/index.html', { cacheControl: false }),
  );
  app.get(
    '/tab/config.json',
    { ...access, schema: { hide: true, response: { 200: clientConfig } } },
    (_request, reply) => {
      void reply.header('cache-control', 'no-cache');
      return config();
    },
  );
  app.get<{ Params: { '*': string } }>('/tab/*', access, (request, reply) => {
    const name = request.params['*'];
    return name.endsWith('.html')
      ? reply.header('cache-control', 'no-cache').sendFile(`tab/${name}`, { cacheControl: false })
      : reply.sendFile(`tab/${name}`, forEver);
  });
}
