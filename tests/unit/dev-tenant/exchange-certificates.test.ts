import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { openMailCertificates } from '../../../src/dev-tenant/exchange/certificates.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'certificates-'));
  path = join(folder, 'mail-certificates.json');
});
afterEach(() => rm(folder, { recursive: true }));

test('the certificates outlive a restart, readable by their owner alone', async () => {
  const { ca } = await openMailCertificates(path);
  expect((await openMailCertificates(path)).ca).toBe(ca);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await openMailCertificates(undefined)).ca).not.toBe(ca);
});

test('are made anew before they expire', async () => {
  const { ca } = await openMailCertificates(path);
  const stored = JSON.parse(await readFile(path, 'utf8')) as { renewAfter: string };
  await writeFile(path, JSON.stringify({ ...stored, renewAfter: '2026-01-01T00:00:00.000Z' }));
  expect((await openMailCertificates(path)).ca).not.toBe(ca);
  expect(Date.parse(stored.renewAfter)).toBeLessThan(Date.parse(new X509Certificate(ca).validTo));
});

test('the key of the authority is kept nowhere', async () => {
  const { ca } = await openMailCertificates(path);
  const text = await readFile(path, 'utf8');
  const keys = [...text.matchAll(/-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/g)];
  expect(keys).toHaveLength(4);
  const pems = keys.map(([pem]) => createPrivateKey(pem.replaceAll('\\n', '\n').replaceAll('\\r', '')));
  expect(pems.filter((key) => new X509Certificate(ca).checkPrivateKey(key))).toEqual([]);
});
