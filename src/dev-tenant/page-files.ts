import { readdir, readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { extname, join, sep } from 'node:path';

import type { FastifyPluginAsync } from 'fastify';

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

export interface PageFolder {
  /** Folder of the page's own files; what lies in folders below it is named by its path, `mail/users-view.ts`. */
  folder: string;
  /** Address under which scripts, styles and pictures are served by their name. */
  at: string;
  /** Addresses of the HTML files. */
  documents?: Readonly<Record<string, string>>;
  /** Serves these alone; default: everything but HTML. */
  only?: readonly string[];
}

/** A page's files, read once; its TypeScript runs in the browser with the types taken out, no bundler between. */
export function pageFiles({ folder, at, documents = {}, only }: PageFolder): FastifyPluginAsync {
  return async (app) => {
    const files = await readPage(folder, only ?? (await namesIn(folder)));
    const serve = (address: string, name: string): void => {
      const file = files.get(name);
      if (!file) throw new Error(`The page has no file ${name}`);
      app.get(address, async (_, reply) =>
        reply.type(file.contentType).header('cache-control', 'no-cache').send(file.body),
      );
    };
    for (const [address, name] of Object.entries(documents)) serve(address, name);
    const others = only ?? [...files.keys()].filter((name) => !name.endsWith('.html'));
    for (const name of others) serve(`${at}/${name}`, name);
  };
}

async function namesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true });
  return found.filter((name) => extname(name) in contentTypes).map((name) => name.replaceAll(sep, '/'));
}

async function readPage(folder: string, names: readonly string[]): Promise<Map<string, PageFile>> {
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
