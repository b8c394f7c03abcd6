/** A process of the product that fetches tokens as it is told over IPC; see refresh-together.ts and refresh-kills.ts. */
import type { Environment } from '../../src/server/config/environment.ts';
import { openDatabase } from '../../src/server/storage/database.ts';
import { partsOf } from './refresh-setting.ts';

export interface Order {
  environment: Environment;
  tenantId: string;
  mailboxIds: string[];
  atOnce: number;
  /** Goes on until it is killed; else each mailbox once. */
  forever: boolean;
  answerWithinMs?: number;
}

/** What came of it: answers by their kind. */
export type Outcome = Record<string, number>;

// Whoever started it may be killed too.
process.once('disconnect', () => process.exit());

const order = await new Promise<Order>((received) => process.once('message', received));
const database = await openDatabase({ databaseUrl: order.environment.DATABASE_URL });
const { mailboxTokens } = await partsOf(order.environment, database, order.answerWithinMs);
process.send?.('ready');
await new Promise((received) => process.once('message', received));

const outcome: Outcome = {};
const waiting = shuffled(order.mailboxIds)[Symbol.iterator]();
await Promise.all(Array.from({ length: order.atOnce }, () => (order.forever ? again() : lane())));
process.send?.(outcome);
await database.close();
process.disconnect();

async function lane(): Promise<void> {
  for (const mailboxId of { [Symbol.iterator]: () => waiting }) await fetchToken(mailboxId);
}

async function again(): Promise<never> {
  for (;;) {
    await fetchToken(order.mailboxIds[Math.floor(Math.random() * order.mailboxIds.length)]!);
  }
}

async function fetchToken(mailboxId: string): Promise<void> {
  const { kind } = await mailboxTokens.access(order.tenantId, mailboxId);
  outcome[kind] = (outcome[kind] ?? 0) + 1;
}

function shuffled(ids: readonly string[]): string[] {
  return [...ids].sort(() => Math.random() - 0.5);
}
