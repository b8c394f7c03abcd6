/** A process that opens the database in its first argument and tells of each row once it is acknowledged, until it is killed. */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openDatabase } from '../../src/server/storage/database.ts';

const database = await openDatabase({ dataDir: process.argv[2] });
// Written without Node's buffer: what was told before kill -9 reaches the reader.
writeSync(1, 'open\n');
for (;;) {
  const tenantId = randomUUID();
  const now = new Date();
  await database.kysely
    .insertInto('seen_tenants')
    .values({ tenant_id: tenantId, name: 'x'.repeat(1000), first_seen_at: now, last_seen_at: now })
    .execute();
  writeSync(1, `${tenantId}\n`);
}
