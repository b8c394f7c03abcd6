/**
 * Kills retrievals with SIGKILL, at random times and at chosen stages, and counts what became of the messages:
 * `node tests/endurance/retrieval-kill.ts [--kills 200] [--messages 2000] [--each 10]`.
 *
 * A real Dovecot, a real PostgreSQL, the real retrieval in a process of its own. Half of the messages go to a mailbox whose
 * messages stay on the server, half to one whose messages are deleted there. In the end each must be here once, octet by
 * octet. The run counts only if every stage was hit at least `--each` times.
 */
import { spawn } from 'node:child_process';
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { sweepMessages } from '../../src/server/features/mail-retrieval/index.ts';
import type { MailboxRow } from '../../src/server/features/mailboxes/index.ts';
import { openDatabase } from '../../src/server/storage/database.ts';
import { startDovecot } from '../support/dovecot.ts';
import { startPostgresqlCluster } from '../support/postgresql-cluster.ts';
import { addRetrievedMailbox, retrievalKey, startRetrieval } from '../support/retrieval.ts';
import type { ChildOrder } from './retrieval-child.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    messages: { type: 'string', default: '2000' },
    each: { type: 'string', default: '10' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  process.stdout.write(
    'node tests/endurance/retrieval-kill.ts [--kills 200] [--messages 2000] [--each 10]\n',
  );
  process.exit(0);
}
const [kills, messages, each] = [values.kills, values.messages, values.each].map(Number) as [
  number,
  number,
  number,
];

/** As the retrieval names them in its log; the last one seen before the end is the one that was hit. */
const stages = ['connect', 'auth', 'uidl', 'retr', 'chunks', 'commit', 'stored', 'dele', 'quit'] as const;
type Stage = (typeof stages)[number];
const hits = new Map<string, number>(stages.map((stage) => [stage, 0]));

const cluster = await startPostgresqlCluster();
await cluster.createDatabase('kills');
const databaseUrl = cluster.url('kills');
const dovecot = await startDovecot();
const database = await openDatabase({ databaseUrl });
const { host, port, ca } = dovecot;
const token = (address: string) => dovecot.token(address);
const log = pino({ level: 'silent' });
const retrieval = startRetrieval({ database, pop: { host, port, ca }, token, key: retrievalKey(), log });

interface Target {
  mailbox: MailboxRow;
  accessToken: string;
  sent: Map<string, number>;
}

async function newTarget(name: string, deleteFromServer: boolean): Promise<Target> {
  const address = `${name}@muster.example`;
  const mailbox = await addRetrievedMailbox(retrieval, { address, deleteFromServer });
  return { mailbox, accessToken: await token(address), sent: new Map() };
}

let lastMessage = 0;
/** Every fifth is larger than a chunk: it is stored in pieces before its row is. */
function deliver({ mailbox, sent }: Target, count: number): void {
  const contents = Array.from({ length: count }, () => {
    const octets = ++lastMessage % 5 === 0 ? randomInt(300_000, 900_000) : randomInt(10, 20_000);
    const body = randomBytes(octets).toString('base64').slice(0, octets);
    return Buffer.from(`Subject: ${lastMessage}\r\n\r\n.${body.replaceAll(/(.{76})/g, '$1\r\n')}\r\n`);
  });
  for (const content of contents) sent.set(digest(content), lastMessage);
  dovecot.deliver(mailbox.address, contents);
}

const digest = (content: Buffer) => createHash('sha256').update(content).digest('hex');

let runs = 0;
/** Answers the stage at which the process ended; null when it came to its end first. */
async function run(
  target: Target,
  killed: { stage?: Stage; afterMs: number } | null,
): Promise<string | null> {
  const { mailbox, accessToken } = target;
  const order: ChildOrder = {
    ...{ databaseUrl, pop: { host, port, ca }, accessToken },
    ...{ tenantId: mailbox.tenant_id, mailboxId: mailbox.id, aheadMs: ++runs * 120_000 },
  };
  const child = spawn(process.execPath, ['tests/endurance/retrieval-child.ts'], {
    cwd: new URL('../..', import.meta.url),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(order));
  let last = 'start';
  let isPlanned = false;
  const plan = () => {
    if (killed === null || isPlanned) return;
    isPlanned = true;
    setTimeout(() => child.kill('SIGKILL'), killed.afterMs);
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const { stage } = JSON.parse(line) as { stage?: string };
    if (stage === undefined) continue;
    last = stage;
    // Without a stage the time runs from the connection, since starting Node takes longer than all the rest.
    if (stage === (killed?.stage ?? 'connect')) plan();
  }
  return last === 'ended' ? null : last;
}

/** The stage with the fewest hits that the mailbox can come to, or none: then the time is by chance. */
function nextKill(deletes: boolean): { stage?: Stage; afterMs: number } {
  if (randomInt(3) === 0) return { afterMs: randomInt(0, 150) };
  const possible = stages.filter((stage) => deletes || stage !== 'dele');
  const [stage] = possible.toSorted((a, b) => (hits.get(a) ?? 0) - (hits.get(b) ?? 0));
  return { stage: stage!, afterMs: randomInt(0, 4) };
}

async function judge({ mailbox, sent }: Target, deletes: boolean): Promise<string[]> {
  const seen = new Map<string, number>();
  for (const message of await retrieval.messagesOf(mailbox)) {
    const key = digest(await retrieval.contentOf(message));
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const lost = [...sent.keys()].filter((key) => !seen.has(key)).length;
  const doubled = [...seen.values()].filter((times) => times > 1).length;
  const strange = [...seen.keys()].filter((key) => !sent.has(key)).length;
  const left = dovecot.contentsOf(mailbox.address).length;
  const report = {
    mailbox: mailbox.address,
    sent: sent.size,
    lost,
    doubled,
    altered: strange,
    onServer: left,
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
  const faults: string[] = [];
  if (lost + doubled + strange > 0) faults.push(`${mailbox.address}: messages lost, doubled or altered`);
  if (left !== (deletes ? 0 : sent.size)) faults.push(`${mailbox.address}: ${left} messages on the server`);
  return faults;
}

try {
  const targets = [await newTarget('stay', false), await newTarget('delete', true)];
  const portion = Math.ceil(messages / (kills + 20));
  let count = 0;
  while (count < kills) {
    const target = targets[count % 2]!;
    const still = messages / 2 - target.sent.size;
    // While nothing new is there to fetch, most stages are never come to.
    if (still > 0) deliver(target, Math.min(still, portion * 2));
    const hit = await run(target, nextKill(count % 2 === 1));
    if (hit === null || hit === 'start' || hit === 'done') {
      deliver(target, 1);
      continue;
    }
    hits.set(hit, (hits.get(hit) ?? 0) + 1);
    count++;
  }
  for (const target of targets) {
    const still = messages / 2 - target.sent.size;
    if (still > 0) deliver(target, still);
    for (let round = 0; round < 2; round++) await run(target, null);
  }
  await sweepMessages(retrieval, Date.now() + 2 * 24 * 3_600_000);
  process.stdout.write(`${JSON.stringify({ kills: count, runs, hits: Object.fromEntries(hits) })}\n`);
  const faults = [...(await judge(targets[0]!, false)), ...(await judge(targets[1]!, true))];
  const missed = stages.filter((stage) => (hits.get(stage) ?? 0) < each);
  if (missed.length > 0) faults.push(`too few kills at: ${missed.join(', ')}`);
  for (const fault of faults) process.stdout.write(`FAILED: ${fault}\n`);
  if (faults.length === 0) process.stdout.write('none lost, none doubled\n');
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await database.close();
  await dovecot.stop();
  await cluster.stop();
}
