/**
 * Retrieves one mailbox and says on standard output where it is, a JSON line for each stage, without buffering: the process
 * that retrieval-kill.ts kills. Standard input holds its order.
 */
import { readFileSync } from 'node:fs';
import { destination, pino } from 'pino';
import { openDatabase } from '../../src/server/storage/database.ts';
import { retrievalKey, startRetrieval } from '../support/retrieval.ts';

export interface ChildOrder {
  databaseUrl: string;
  pop: { host: string; port: number; ca: string };
  accessToken: string;
  tenantId: string;
  mailboxId: string;
  /** Milliseconds that its clock is ahead, so that the lease of the one killed before has ended. */
  aheadMs: number;
}

const order = JSON.parse(readFileSync(0, 'utf8')) as ChildOrder;
const log = pino({ level: 'debug', base: null }, destination({ fd: 1, sync: true }));
log.debug({ stage: 'start' }, 'retrieval');
const database = await openDatabase({ databaseUrl: order.databaseUrl });
const { retrievals, mailboxStore } = startRetrieval({
  database,
  pop: order.pop,
  token: async () => order.accessToken,
  key: retrievalKey(),
  log,
  now: () => Date.now() + order.aheadMs,
});
const mailbox = await mailboxStore.find(order.tenantId, order.mailboxId);
if (mailbox === null) throw new Error('there is no such mailbox');
const round = await retrievals.retrieveNow(mailbox);
log.debug({ stage: 'ended', round }, 'retrieval');
await database.close();
