import type { Logger } from 'pino';
import type { Parts } from './app-parts.ts';
import { cancelledAttemptsKeptForMs } from './features/admin-consent/index.ts';
import { auditKeptForMs, removeAuditBefore } from './features/audit/index.ts';
import { runDueTests } from './features/connection-test/index.ts';
import { keepGrantsAlive } from './features/mailbox-grants/index.ts';
import { sweepMessages } from './features/mail-retrieval/index.ts';
import { runDueMailboxTests } from './features/mailbox-test/index.ts';
import { endedKeysKeptForMs } from './features/service-keys/index.ts';
import { startJobs, type Jobs } from './jobs/jobs.ts';

/** What runs by the clock, on one replica at a time: the connection tests that are due, and housekeeping. */
export async function startSchedule(parts: Parts, log: Logger): Promise<Jobs> {
  const { database, stores, connectionTests, registrations, watch, now } = parts;
  const jobs = await startJobs({ database, log });
  const tests = { connectionTests, store: stores.tests, subjects: registrations, now, log };
  await jobs.schedule('connection-tests', '*/5 * * * *', async () => {
    await runDueTests(tests);
  });
  await jobs.schedule('mailbox-tests', '*/5 * * * *', async () => {
    await runDueMailboxTests({ ...parts, tests: parts.mailStores.mailboxTests, log });
  });
  await jobs.schedule('consent-looks', '* * * * *', async () => {
    await watch.tick();
  });
  await jobs.schedule('grant-keep-alive', '*/5 * * * *', async (signal) => {
    await keepGrantsAlive(parts.mailboxTokens, signal);
  });
  await jobs.schedule('housekeeping', '17 * * * *', async () => {
    await stores.drafts.removeExpired(new Date(now()));
    await stores.serviceKeys.removeEndedBefore(new Date(now() - endedKeysKeptForMs));
    await stores.consents.removeCancelledBefore(new Date(now() - cancelledAttemptsKeptForMs));
    await parts.mailboxSignIn.signIns.removeExpired();
    await parts.submission.store.removeEnded();
    await sweepMessages(parts.retrieval, now());
    await removeAuditBefore(database.kysely, new Date(now() - auditKeptForMs));
  });
  return jobs;
}
