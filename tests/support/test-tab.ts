import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import webpack from 'webpack';
import type { TestTabConfig } from '../fixtures/teams-tab/test-tab-config.ts';

const source = join(import.meta.dirname, '../fixtures/teams-tab');
const pages = ['tab', 'auth', 'popup'];

/** A tab of a few lines with Microsoft's real libraries in it, served at an origin of its own. */
export interface TestTabServer {
  /** Without a slash at the end; the tab is at `/tab/`. */
  url: string;
  /** Told to the pages at their next load. */
  config: TestTabConfig | undefined;
  close(): Promise<void>;
}

export async function serveTestTab(): Promise<TestTabServer> {
  const folder = await mkdtemp(join(tmpdir(), 'teams-tab-'));
  await bundle(folder);
  const tab: TestTabServer = { url: '', config: undefined, close: () => stop(server, folder) };
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').split('?')[0]?.replace('/tab/', '') ?? '';
    const body = name === 'config.json' ? JSON.stringify(tab.config) : page(name);
    if (body !== undefined) {
      response.setHeader('content-type', name === 'config.json' ? 'application/json' : 'text/html');
      response.end(body);
      return;
    }
    readFile(join(folder, name.replaceAll('/', ''))).then(
      (script) => response.setHeader('content-type', 'text/javascript').end(script),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  tab.url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return tab;
}

function page(name: string): string | undefined {
  const entry = name === '' ? 'tab' : name.replace(/\.html$/, '');
  if (!pages.includes(entry)) return undefined;
  return `<!doctype html><html lang="en"><title>Test tab</title><link rel="icon" href="data:,"><body><script type="module" src="${entry}.js"></script></body></html>`;
}

async function bundle(folder: string): Promise<void> {
  const compiler = webpack({
    mode: 'development',
    devtool: false,
    target: ['web', 'es2022'],
    entry: Object.fromEntries(pages.map((name) => [name, join(source, `${name}.ts`)])),
    output: { path: folder },
    resolve: { extensions: ['.ts', '.js', '.mjs'] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          use: {
            loader: 'swc-loader',
            options: { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } },
          },
        },
      ],
    },
    performance: { hints: false },
  });
  const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) =>
    compiler.run((error, result) => (error ? reject(error) : resolve(result))),
  );
  await new Promise((resolve) => compiler.close(resolve));
  if (stats?.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
}

async function stop(server: Server, folder: string): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
}
