import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { allChecks } from '../../src/server/tenant-check/index.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/assumptions.md'), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| ') && !/^\| (Id|-+) /.test(line));

describe('the page of assumptions', () => {
  test('gives every row an id of its own', () => {
    expect(rows.length).toBeGreaterThan(100);
    const ids = rows.map((row) => /^\| ([EGTAPM]\d+) +\|/.exec(row)?.[1] ?? row);
    expect(ids.filter((id, index) => id.includes('|') || ids.indexOf(id) !== index)).toEqual([]);
  });

  test('names every check of a tenant, and none that does not exist', () => {
    const named = rows.flatMap((row) =>
      [...(/check-tenant: ((?:`[a-z0-9-]+`(?:, )?)+)/.exec(row)?.[1] ?? '').matchAll(/`([^`]+)`/g)].map(
        ([, id]) => id,
      ),
    );
    expect([...new Set(named)].sort()).toEqual(allChecks.map(({ id }) => id).sort());
  });
});
