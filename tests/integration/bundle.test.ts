import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';

const folder = join(import.meta.dirname, '../../dist/client/tab');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const scriptsOf = (page: string) =>
  [...read(page).matchAll(/<script[^>]+src="?\/tab\/([^">\s]+)/g)].map(([, name]) => name!);

/** Initial JavaScript of the tab, gzipped, in bytes (1 kB = 1000 B). */
const mostInitialBytes = 115_000;

describe('the bundle', () => {
  test('starts the tab with at most 115 kB of compressed JavaScript', () => {
    const scripts = scriptsOf('index.html');
    expect(scripts.length).toBeGreaterThan(0);
    const bytes = scripts.reduce((sum, name) => sum + gzipSync(read(name), { level: 9 }).length, 0);
    expect(bytes).toBeLessThanOrEqual(mostInitialBytes);
  });

  test('has no inline script, which the content security policy would stop', () => {
    for (const page of ['index.html', 'auth.html']) expect(read(page)).not.toMatch(/<script(?![^>]*\bsrc=)/);
  });

  test('knows no address of a demo and nothing of the server', () => {
    const bundled = readdirSync(join(folder, 'assets'))
      .map((name) => read(join('assets', name)))
      .join('\n');
    for (const word of ['dev-tenant', 'muster.example', 'DATABASE_URL', 'ENCRYPTION_KEYS', 'localhost:39']) {
      expect(bundled).not.toContain(word);
    }
  });
});
