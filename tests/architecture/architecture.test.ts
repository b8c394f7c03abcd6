import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');

function sources(folder: string): { path: string; text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs|js)$/.test(name))
    .map((name) => join(folder, name))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

const product = sources('src');

describe('the layout', () => {
  test('keeps to the import table', () => {
    const cruise = spawnSync(
      process.execPath,
      [
        'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
        '--config',
        '.dependency-cruiser.cjs',
        'src',
      ],
      { cwd: root, encoding: 'utf8' },
    );
    expect(cruise.stdout).toContain('no dependency violations found');
  });

  test('names process.env in the configuration alone', () => {
    const naming = product.filter(
      ({ path, text }) => path.startsWith('src/server') && text.includes('process.env'),
    );
    expect(naming.map(({ path }) => path)).toEqual(['src/server/config/environment.ts']);
  });

  test('knows Microsoft only by the cloud definition', () => {
    const knowing = product.filter(
      ({ path, text }) =>
        /^src\/server\/(?!config\/)/.test(path) &&
        /login\.microsoftonline|graph\.microsoft\.com\/v/.test(codeOf(text)),
    );
    expect(knowing.map(({ path }) => path)).toEqual([]);
  });

  test('has files that can be read in one go, and no room for odds and ends', () => {
    const long = product.filter(
      ({ path, text }) => !/i18n\/locales/.test(path) && text.split('\n').length > 300,
    );
    expect(long.map(({ path }) => path)).toEqual([]);
    const odd = product.filter(({ path }) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.)/.test(path));
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  test('lets nobody but the launcher know the dev tenant', () => {
    const knowing = product.filter(
      ({ path, text }) => !path.startsWith('src/dev-tenant') && text.includes('dev-tenant/'),
    );
    expect(knowing.map(({ path }) => path)).toEqual(['src/dev.ts']);
  });
});

/** Without comments: those may name a Microsoft page. */
function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}
