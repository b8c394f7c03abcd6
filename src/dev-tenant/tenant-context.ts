import { join } from 'node:path';

import type { DevTenantContext } from './context.ts';
import { DirectoryStore } from './directory/directory-store.ts';
import { verifyAccessToken } from './entra/verify-access-token.ts';
import { Faults } from './faults.ts';
import { openTenantKeys } from './keys.ts';
import { buildSeed, refreshProductAddresses } from './seed/seed.ts';

export interface TenantContextOptions {
  /** Folder of `directory.json` and `keys.json`; absent: everything lives in memory. */
  dataDir: string | undefined;
  productUrl: string;
  now: () => number;
  baseUrl: () => string;
}

/** Opens the directory and the keys of the data folder, or makes a new tenant from the seed. */
export async function openTenantContext(options: TenantContextOptions): Promise<DevTenantContext> {
  const { dataDir, productUrl, baseUrl } = options;
  const fileOf = (name: string): string | undefined =>
    dataDir === undefined ? undefined : join(dataDir, name);
  const store = new DirectoryStore(fileOf('directory.json'));
  const keys = await openTenantKeys(fileOf('keys.json'));
  const directory = (await store.load()) ?? buildSeed(options.now(), productUrl);
  refreshProductAddresses(directory, productUrl);
  await store.save(directory);

  const faults = new Faults();
  const forgetters: (() => void)[] = [];
  let clockOffset = 0;
  const now = (): number => options.now() + clockOffset;

  return {
    directory,
    faults,
    keys,
    now,
    baseUrl,
    save: () => store.save(directory),
    advanceClock: (milliseconds) => {
      clockOffset += milliseconds;
    },
    reset: async () => {
      faults.reset();
      clockOffset = 0;
      // The object stays the same: every part of the tenant holds a reference to it.
      Object.assign(directory, buildSeed(now(), productUrl));
      for (const forget of forgetters) forget();
      await store.save(directory);
    },
    onReset: (forget) => {
      forgetters.push(forget);
    },
    verifyAccessToken: (authorization, audiences) =>
      verifyAccessToken({ keys, now }, authorization, audiences),
  };
}
