import { describe, expect, test } from '@jest/globals';
import { refreshKills } from '../endurance/refresh-kills.ts';
import { refreshTogether } from '../endurance/refresh-together.ts';
import { databaseKinds } from '../support/database.ts';

// Short versions: the scripts themselves run longer. In CI a missing PostgreSQL is an error.
const onPostgresql = databaseKinds().includes('postgresql') ? describe : describe.skip;

onPostgresql('several processes on PostgreSQL', () => {
  test('refresh each of the mailboxes that expired together exactly once', async () => {
    const { once, overlaps, tokens } = await refreshTogether(2, 60);
    expect({ once, overlaps, tokens }).toEqual({ once: 60, overlaps: 0, tokens: 120 });
  }, 120_000);

  test('lose no grant when one after the other is killed in the midst of refreshing', async () => {
    const { grantsLost, refreshes } = await refreshKills({ kills: 4, mailboxes: 20, graceSeconds: null });
    expect(grantsLost).toBe(0);
    expect(refreshes).toBeGreaterThan(0);
  }, 180_000);
});
