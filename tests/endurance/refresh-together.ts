/**
 * Several processes of the product on one PostgreSQL want the tokens of the same mailboxes, which have all expired:
 * `node tests/endurance/refresh-together.ts [--processes 2,4] [--mailboxes 500] [--rounds 3]`.
 * Each mailbox has to be refreshed exactly once. Microsoft is a small token server, see token-server.ts.
 */
import { parseArgs } from 'node:util';
import type { Outcome } from './refresh-process.ts';
import { startRefreshSetting } from './refresh-setting.ts';
import { startRefreshProcess } from './start-refresh-process.ts';

export interface TogetherResult {
  processes: number;
  mailboxes: number;
  /** Mailboxes that were refreshed exactly once. */
  once: number;
  refreshes: number;
  overlaps: number;
  /** Tokens that the processes got: each of them one for every mailbox. */
  tokens: number;
  seconds: number;
}

export async function refreshTogether(processes: number, mailboxes: number): Promise<TogetherResult> {
  const setting = await startRefreshSetting(mailboxes, { latencyMs: 30, expiresIn: 3600, graceSeconds: 0 });
  const { server, environment, tenantId, mailboxIds } = setting;
  try {
    const order = { environment, tenantId, mailboxIds, atOnce: 64, forever: false };
    const started = await Promise.all(Array.from({ length: processes }, () => startRefreshProcess(order)));
    const begin = performance.now();
    for (const each of started) each.go();
    const outcomes: Outcome[] = await Promise.all(started.map((each) => each.outcome()));
    const counts = mailboxIds.map((id) => server.asked.get(id) ?? 0);
    return {
      processes,
      mailboxes,
      once: counts.filter((count) => count === 1).length,
      refreshes: counts.reduce((sum, count) => sum + count, 0),
      overlaps: server.overlaps(),
      tokens: outcomes.reduce((sum, { token = 0 }) => sum + token, 0),
      seconds: Math.round(performance.now() - begin) / 1000,
    };
  } finally {
    await setting.close();
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      processes: { type: 'string', default: '2,4' },
      mailboxes: { type: 'string', default: '500' },
      rounds: { type: 'string', default: '3' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(
      'node tests/endurance/refresh-together.ts [--processes 2,4] [--mailboxes 500] [--rounds 3]\n',
    );
  } else {
    for (const processes of values.processes.split(',').map(Number)) {
      for (let round = 0; round < Number(values.rounds); round++) {
        const result = await refreshTogether(processes, Number(values.mailboxes));
        process.stdout.write(`${JSON.stringify(result)}\n`);
        const wanted = result.mailboxes;
        if (result.once !== wanted || result.tokens !== wanted * processes) process.exitCode = 1;
      }
    }
  }
}
