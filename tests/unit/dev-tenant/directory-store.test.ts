import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { DirectoryStore } from '../../../src/dev-tenant/directory/directory-store.ts';
import { buildSeed } from '../../../src/dev-tenant/seed/seed.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'directory-'));
  path = join(folder, 'directory.json');
});
afterEach(() => rm(folder, { recursive: true }));

const seed = () => buildSeed(Date.parse('2026-11-22T08:00:00Z'), 'http://localhost:3979');

test('a directory of the first release gets the fields that came later', async () => {
  const present = seed();
  const stored = {
    ...present,
    tenants: present.tenants.map(({ id, displayName, domains }) => ({ id, displayName, domains })),
    mailboxes: present.mailboxes.map(({ tenantId, userId, address, kind }) => ({
      tenantId,
      userId,
      address,
      kind,
    })),
  };
  await writeFile(path, JSON.stringify(stored));
  const loaded = await new DirectoryStore(path).load();
  expect(loaded?.tenants).toEqual(present.tenants);
  for (const mailbox of loaded?.mailboxes ?? []) {
    expect(mailbox).toMatchObject({ smtpClientAuthenticationDisabled: null, popEnabled: true });
  }
  expect(loaded?.mailboxes).toHaveLength(present.mailboxes.length);
});

test('what a directory says already stays as it was saved', async () => {
  const directory = seed();
  for (const tenant of directory.tenants) {
    Object.assign(tenant, { userConsent: 'none', smtpClientAuthenticationDisabled: false });
  }
  for (const mailbox of directory.mailboxes) {
    Object.assign(mailbox, { smtpClientAuthenticationDisabled: false, popEnabled: false });
  }
  await new DirectoryStore(path).save(directory);
  expect(await new DirectoryStore(path).load()).toEqual(directory);
});

test('an empty data folder holds no directory', async () => {
  expect(await new DirectoryStore(path).load()).toBeUndefined();
});
