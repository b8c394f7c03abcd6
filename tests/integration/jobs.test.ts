import { EventEmitter, once } from 'node:events';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Jobs, startJobs } from '../../src/server/jobs/jobs.ts';
import { type Database, openDatabase } from '../../src/server/storage/database.ts';
import { databaseKinds, testDatabaseConfig } from '../support/database.ts';

const everyMinute = '* * * * *';

describe.each(databaseKinds())('jobs on %s', (kind) => {
  const opened: { jobs: Jobs; database: Database }[] = [];
  let logged: string[] = [];
  afterEach(async () => {
    for (const { jobs, database } of opened.splice(0)) {
      await jobs.stop();
      await database.close();
    }
    logged = [];
  });

  async function start(config: Awaited<ReturnType<typeof testDatabaseConfig>>) {
    const database = await openDatabase(config);
    const tell = (fields: object, message: string) =>
      void logged.push(`${message} ${JSON.stringify(fields)}`);
    const jobs = await startJobs({ database, log: { warn: tell, error: tell }, pollingSeconds: 1 });
    opened.push({ jobs, database });
    return { jobs, database };
  }

  test('a job that was sent is done with its data, and done once', async () => {
    const { jobs } = await start(await testDatabaseConfig(kind));
    const done = new EventEmitter();
    const seen: unknown[] = [];
    await jobs.work('greet', async (data) => {
      seen.push(data);
      done.emit('done');
    });
    const finished = once(done, 'done');
    await jobs.send('greet', { name: 'Zoë' });
    await finished;
    expect(seen).toEqual([{ name: 'Zoë' }]);
    expect(logged).toEqual([]);
  });

  test('a scheduled job runs by itself within its minute', async () => {
    const { jobs } = await start(await testDatabaseConfig(kind));
    const done = new EventEmitter();
    const ran = once(done, 'ran');
    await jobs.schedule('tick', everyMinute, async () => void done.emit('ran'));
    await ran;
  }, 90_000);

  test('a job that fails is logged with its error, of which the queue keeps nothing', async () => {
    const { jobs, database } = await start(await testDatabaseConfig(kind));
    const done = new EventEmitter();
    const failed = once(done, 'failed');
    await jobs.work('leak', async () => {
      done.emit('failed');
      throw new Error('secret hunter2');
    });
    await jobs.send('leak', {});
    await failed;
    await jobs.stop();
    expect(logged.join()).toContain('job failed');
    const { rows } = await database.pool.query('select state, output::text from pgboss.job where name = $1', [
      'leak',
    ]);
    expect(rows).toEqual([{ state: 'retry', output: expect.stringContaining('Job leak failed.') }]);
    expect(JSON.stringify(rows)).not.toContain('hunter2');
  });

  test('the queue waits for a transaction of ours and never takes part in it', async () => {
    const { jobs, database } = await start(await testDatabaseConfig(kind));
    await jobs.work('later', async () => undefined);
    let sent: Promise<string | null> | undefined;
    const work = database.kysely.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('seen_tenants')
        .values({
          tenant_id: crypto.randomUUID(),
          name: null,
          first_seen_at: new Date(),
          last_seen_at: new Date(),
        })
        .execute();
      sent = jobs.send('later', {});
      throw new Error('rolled back');
    });
    await expect(work).rejects.toThrow('rolled back');
    const id = await sent;
    const { rows } = await database.pool.query(
      'select count(*)::int as count from pgboss.job where id = $1',
      [id],
    );
    expect(rows).toEqual([{ count: 1 }]);
    expect(await database.kysely.selectFrom('seen_tenants').selectAll().execute()).toEqual([]);
  });

  if (kind !== 'postgresql') return;

  test('replicas that start together share one schedule: a tick is run by one of them', async () => {
    const config = await testDatabaseConfig(kind);
    const replicas = await Promise.all([start(config), start(config), start(config)]);
    const ticks = new EventEmitter();
    let running = 0;
    let mostAtOnce = 0;
    let runs = 0;
    const ran = once(ticks, 'ran');
    await Promise.all(
      replicas.map(({ jobs }) =>
        jobs.schedule('tick', everyMinute, async () => {
          mostAtOnce = Math.max(mostAtOnce, ++running);
          runs += 1;
          ticks.emit('ran');
          // Long enough for the other replicas to look twice.
          await new Promise((resolve) => setTimeout(resolve, 1500));
          running -= 1;
        }),
      ),
    );
    await ran;
    await Promise.all(replicas.map(({ jobs }) => jobs.stop()));
    expect({ mostAtOnce, runs }).toEqual({ mostAtOnce: 1, runs: 1 });
  }, 90_000);
});
