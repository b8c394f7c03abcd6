import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { auditActions } from '../../src/shared/api/audit.ts';
import { testTriggers } from '../../src/shared/api/connection-tests.ts';
import { problemCodes } from '../../src/shared/api/problem.ts';
import { languages } from '../../src/shared/i18n/languages.ts';

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
      ({ path, text }) => !/i18n\/locales/.test(path) && text.split('\n').length > 220,
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

describe('a file of a server feature', () => {
  const features = product.filter(({ path }) => /^src\/server\/features\//.test(path));
  const pathsOf = (files: { path: string }[]) => files.map(({ path }) => path);

  test('names its kind, or is a rule without clock, chance, state or effect', () => {
    const rules = product.filter(({ path }) =>
      /^src\/server\/(features|diagnosis)\/(?!.*(-(routes|service|store|job)|\/index)\.ts$)/.test(path),
    );
    expect(rules.length).toBeGreaterThan(20);
    const impure =
      /Date\.now|new Date\(\)|performance\.|Math\.random|randomUUID|set(Timeout|Interval)|\bfetch\(|^let |\bawait\b|\bclass (?!.* extends Error)/m;
    expect(pathsOf(rules.filter(({ text }) => impure.test(codeOf(text))))).toEqual([]);
  });

  test('holds SQL only when it is a store', () => {
    const asking = features.filter(({ text }) =>
      /\.(selectFrom|insertInto|updateTable|deleteFrom)\(/.test(text),
    );
    expect(asking.length).toBeGreaterThan(4);
    expect(pathsOf(asking.filter(({ path }) => !path.endsWith('-store.ts')))).toEqual([]);
  });

  test('holds routes only when it is named so, and each says who may call it', () => {
    const route = /\bapp\.(get|post|put|patch|delete)\(/g;
    const routing = features.filter(({ text }) => text.match(route));
    expect(routing.length).toBeGreaterThan(5);
    expect(pathsOf(routing.filter(({ path }) => !path.endsWith('-routes.ts')))).toEqual([]);
    // The server itself refuses to start with a route that does not; this one names the file.
    const silent = routing.filter(
      ({ text }) => !/\baccess: (\[|'public'|\{ (roles: \[.*?\], )?serviceKey: ')/.test(text),
    );
    expect(pathsOf(silent)).toEqual([]);
  });
});

describe('a word of the contract', () => {
  const said = product
    .filter(({ path }) => path.startsWith('src/server/'))
    .map(({ text }) => codeOf(text))
    .join('\n');

  test.each([...problemCodes, ...auditActions, ...testTriggers])('%s is said by the server', (word) => {
    // As a value: a table that has it as a key explains it and does not say it.
    expect(new RegExp(`'${word}'(?!:)`).test(said)).toBe(true);
  });
});

describe('the locales', () => {
  test('are the four languages, each with the same files', () => {
    const folder = join(root, 'src/shared/i18n/locales');
    expect(readdirSync(folder).sort()).toEqual([...languages].sort());
    const [first, ...others] = languages.map((language) => readdirSync(join(folder, language)).sort());
    for (const files of others) expect(files).toEqual(first);
  });
});

describe('what is logged', () => {
  test('has no field of which the name says that it is a secret', () => {
    const calls = product
      .filter(({ path }) => /^src\/(server|main|dev)/.test(path))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/\blog\.\w+\(\s*(\{[^}]*\})/g)].map(([, fields = '']) => ({ path, fields })),
      );
    expect(calls.length).toBeGreaterThan(8);
    const telling = /secret|token|password|authorization|body|headers/i;
    expect(calls.filter(({ fields }) => telling.test(fields))).toEqual([]);
  });
});

/** Without comments: those may name a Microsoft page. */
function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}
