import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Order, Outcome } from './refresh-process.ts';

export interface RefreshProcess {
  child: ChildProcess;
  /** Begins what it was ordered. */
  go(): void;
  /** What came of it, unless it was killed. */
  outcome(): Promise<Outcome>;
  kill(): Promise<void>;
}

/** Resolves when it is ready to go. */
export async function startRefreshProcess(order: Order): Promise<RefreshProcess> {
  const child = fork(join(import.meta.dirname, 'refresh-process.ts'), {
    execArgv: ['--no-warnings'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  child.send(order);
  const said: unknown[] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (said[0] !== 'ready') throw new Error('the process did not start');
  const finished = new Promise<Outcome>((resolve, reject) => {
    child.once('message', (outcome: Outcome) => resolve(outcome));
    child.once('exit', () => reject(new Error('the process ended without an outcome')));
  });
  finished.catch(() => undefined);
  return {
    child,
    go: () => void child.send('go'),
    outcome: () => finished,
    async kill() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
