/**
 * A process of the product that refreshes grants all the time is killed (kill -9) at random moments, and another takes over:
 * `node tests/endurance/refresh-kills.ts [--kills 200] [--mailboxes 40] [--grace SECONDS]`.
 * Without --grace a used refresh token stays valid, as Entra documents it. Tells at which stage each kill hit grants, and how
 * many grants are lost in the end. Microsoft is a small token server, see token-server.ts.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startRefreshSetting, type RefreshSetting } from './refresh-setting.ts';
import { startRefreshProcess, type RefreshProcess } from './start-refresh-process.ts';

export interface KillsResult {
  kills: number;
  /** Kills that hit a grant between claim and question, before the answer, and between the answer and its storing. */
  stages: { claimed: number; asked: number; answered: number };
  refreshes: number;
  /** Answers that died with a process. */
  answersLost: number;
  /** Used-up refresh tokens that were refused. */
  refusals: number;
  /** Mailboxes for which no token can be had in the end. */
  grantsLost: number;
}

export interface KillsOptions {
  kills: number;
  mailboxes: number;
  graceSeconds: number | null;
}

/** What a process had in hand of a grant when it was killed. */
type Stage = keyof KillsResult['stages'];

const answerWithinMs = 3000;
const latencyMs = 50;

export async function refreshKills({ kills, mailboxes, graceSeconds }: KillsOptions): Promise<KillsResult> {
  // Tokens of two seconds are refreshed after one: the process is at it all the time.
  const setting = await startRefreshSetting(mailboxes, { latencyMs, expiresIn: 2, graceSeconds });
  const { server, environment, tenantId, mailboxIds } = setting;
  const order = { environment, tenantId, mailboxIds, atOnce: 16, forever: true, answerWithinMs };
  const stages = { claimed: 0, asked: 0, answered: 0 };
  const known = new Map<string, Known>();
  try {
    let next: Promise<RefreshProcess> = startRefreshProcess(order);
    for (let killed = 0; killed < kills; killed++) {
      const current = await next;
      const before = sum(server.asked);
      current.go();
      // Started before the kill, so that the next one is at work at once.
      next = startRefreshProcess(order);
      while (sum(server.asked) === before) await delay(5);
      await delay(Math.random() * 400);
      for (const stage of await kill(current, setting, known)) stages[stage]++;
    }
    await (await next).kill();
    await delay(2 * answerWithinMs);
    return {
      kills,
      stages,
      refreshes: sum(server.issued),
      answersLost: [...known.values()].reduce((total, { lost }) => total + lost, 0),
      refusals: server.refusals(),
      grantsLost: await countLost(setting),
    };
  } finally {
    await setting.close();
  }
}

/** What was known of each grant when the last kill was over. */
interface Known {
  claim: number;
  /** Answers that were sent and never stored. */
  lost: number;
}

/** Kills the process and tells where that hit grants, each stage once. */
async function kill(
  process: RefreshProcess,
  { database, server }: RefreshSetting,
  known: Map<string, Known>,
): Promise<Set<Stage>> {
  const [asked, issued] = [new Map(server.asked), new Map(server.issued)];
  await process.kill();
  // By then the server has answered everything.
  await delay(2 * latencyMs);
  const rows = await database.kysely
    .selectFrom('mailbox_grants')
    .select(['mailbox_id', 'version', 'claim', 'lease_until'])
    .execute();
  const hit = new Set<Stage>();
  for (const { mailbox_id: id, version, claim, lease_until } of rows) {
    const before = known.get(id) ?? { claim: 0, lost: 0 };
    const settled = version - 1 + before.lost;
    if (lease_until !== null && claim > before.claim) {
      if ((issued.get(id) ?? 0) > settled) hit.add('answered');
      else if ((asked.get(id) ?? 0) > settled) hit.add('asked');
      else hit.add('claimed');
    }
    known.set(id, { claim, lost: (server.issued.get(id) ?? 0) - (version - 1) });
  }
  return hit;
}

async function countLost({ parts, tenantId, mailboxIds }: RefreshSetting): Promise<number> {
  let lost = 0;
  for (const mailboxId of mailboxIds) {
    const { kind } = await parts.mailboxTokens.access(tenantId, mailboxId, { fresh: true });
    if (kind !== 'token') lost++;
  }
  return lost;
}

function sum(counts: Map<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '200' },
      mailboxes: { type: 'string', default: '40' },
      grace: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(
      'node tests/endurance/refresh-kills.ts [--kills 200] [--mailboxes 40] [--grace SECONDS]\n',
    );
  } else {
    const result = await refreshKills({
      kills: Number(values.kills),
      mailboxes: Number(values.mailboxes),
      graceSeconds: values.grace === undefined ? null : Number(values.grace),
    });
    process.stdout.write(`${JSON.stringify(result)}\n`);
    if (result.grantsLost > 0) process.exitCode = 1;
  }
}
