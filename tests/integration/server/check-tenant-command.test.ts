import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDevTenant, type DevTenant } from '../../../src/dev-tenant/dev-tenant.ts';
import type { CheckResult } from '../../../src/server/tenant-check/index.ts';

const root = join(import.meta.dirname, '../../..');
let tenant: DevTenant;
let folder: string;

beforeAll(async () => {
  tenant = await startDevTenant();
  folder = mkdtempSync(join(tmpdir(), 'check-'));
});
afterAll(async () => {
  await tenant.close();
  rmSync(folder, { recursive: true });
});

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** `npm run check-tenant` without npm. */
async function run(environment: Record<string, string>, ...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, ['src/check-tenant.ts', ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const code = await new Promise<number | null>((ended) => child.on('close', ended));
  return { code, out, err };
}

function environment(): Record<string, string> {
  const { directoryId, applicationId, clientSecret } = tenant.seed.ready;
  return {
    CLOUD: 'custom',
    CLOUD_ENDPOINTS: JSON.stringify(tenant.clientCloudEndpoints()),
    CHECK_DIRECTORY_ID: directoryId,
    CHECK_APPLICATION_ID: applicationId,
    CHECK_CLIENT_SECRET: clientSecret,
    CHECK_MAILBOX: 'lawyer@muster.example',
  };
}

describe('npm run check-tenant', () => {
  test('prints what is as assumed and ends with 0, the secret taken from a file', async () => {
    const { CHECK_CLIENT_SECRET: secret = '', ...rest } = environment();
    const path = join(folder, 'secret');
    writeFileSync(path, `${secret}\n`);
    const { code, out, err } = await run({ ...rest, CHECK_CLIENT_SECRET_FILE: path });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^As assumed \(\d+\)$/m);
    expect(out).toMatch(/^\d+ as assumed, 0 different, \d+ not checked\.\n$/m);
    expect(out).not.toContain(secret);
  });

  test('prints JSON for machines and ends with 1 when something differs', async () => {
    const fault = { method: 'PUT', headers: { 'content-type': 'application/json' } };
    await fetch(`${tenant.url}/control/faults/token-wrong-audience`, { ...fault, body: '{"on":true}' });
    const { code, out } = await run(environment(), '--json');
    await fetch(`${tenant.url}/control/reset`, { method: 'POST' });
    expect(code).toBe(1);
    const { results, count } = JSON.parse(out) as {
      results: CheckResult[];
      count: Record<string, number>;
    };
    expect(results.find(({ id }) => id === 'app-token-claims')).toMatchObject({
      outcome: 'differs',
      seen: 'aud is "https://outlook.office.com"',
    });
    expect(count['differs']).toBe(results.filter(({ outcome }) => outcome === 'differs').length);
  });

  test('ends with 2 when the registration gets no token', async () => {
    const wrong = 'AAA8Q~this-secret-was-never-made-by-anybody';
    const { code, out } = await run({ ...environment(), CHECK_CLIENT_SECRET: wrong });
    expect(code).toBe(2);
    expect(out).toContain('the registration gets no token: 401 invalid_client AADSTS7000215');
    expect(out).not.toContain(wrong);
  });

  test('names everything that is missing or wrong at once, asks nobody and ends with 2', async () => {
    const misplaced = 'tS18Q~a-secret-that-was-put-in-the-wrong-place';
    const { code, out, err } = await run({ CLOUD: 'mars', CHECK_APPLICATION_ID: misplaced });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    for (const name of [
      'CLOUD',
      'CHECK_DIRECTORY_ID',
      'CHECK_APPLICATION_ID',
      'CHECK_CLIENT_SECRET',
      'CHECK_MAILBOX',
    ])
      expect(err).toContain(name);
    expect(err).not.toContain(misplaced);
  });

  test('explains itself, and refuses an option it does not know', async () => {
    expect(await run({}, '--help')).toMatchObject({ code: 0, out: expect.stringContaining('CHECK_MAILBOX') });
    expect(await run({}, '--quick')).toMatchObject({ code: 2, err: expect.stringContaining('--quick') });
  });
});
