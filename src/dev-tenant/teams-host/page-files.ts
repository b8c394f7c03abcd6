import { readdir, readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { extname, join } from 'node:path';

import type { FastifyPluginAsync } from 'fastify';

const folder = join(import.meta.dirname, 'page');

const contentTypes: Readonly<Record<string, string>> = {
  '.ts': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.html': 'text/html; charset=utf-8',
};

interface PageFile {
  contentType: string;
  body: string;
}

/** The page's own files, read once; its TypeScript runs in the browser with the types taken out, no bundler between. */
export const pageFiles: FastifyPluginAsync = async (app) => {
  const files = await readPage();
  const serve = (address: string, name: string): void => {
    const file = files.get(name);
    if (!file) throw new Error(`The page has no file ${name}`);
    app.get(address, async (_, reply) =>
      reply.type(file.contentType).header('cache-control', 'no-cache').send(file.body),
    );
  };
  serve('/', 'index.html');
  serve('/host/signed-in', 'signed-in.html');
  for (const name of files.keys()) if (!name.endsWith('.html')) serve(`/page/${name}`, name);
};

async function readPage(): Promise<Map<string, PageFile>> {
  const names = (await readdir(folder)).filter((name) => extname(name) in contentTypes);
  const entries = names.map(async (name): Promise<[string, PageFile]> => {
    const text = await readFile(join(folder, name), 'utf8');
    const kind = extname(name);
    const body = kind === '.ts' ? withoutTypes(text) : text;
    return [name, { contentType: contentTypes[kind] ?? '', body }];
  });
  return new Map(await Promise.all(entries));
}

/** Node says once per process that this function is experimental; that one line is no news to who starts the demo. */
function withoutTypes(text: string): string {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = (warning, ...rest: unknown[]) => {
    if (!String(warning).includes('stripTypeScriptTypes'))
      Reflect.apply(emitWarning, process, [warning, ...rest]);
  };
  try {
    return stripTypeScriptTypes(text, { mode: 'strip' });
  } finally {
    process.emitWarning = emitWarning;
  }
}
