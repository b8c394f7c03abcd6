import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { SeedSummary } from '../../src/dev-tenant/seed/summary.ts';

const root = join(import.meta.dirname, '../..');

/** The demo as a newcomer starts it: a process of its own, of which nothing is known but what it prints. */
export interface Demo {
  host: string;
  product: string;
  tenant: string;
  seed: SeedSummary;
  fault(name: string, parameters?: object): Promise<void>;
  noFaults(): Promise<void>;
  /** Ends the process with a signal and starts it again on the same data and ports. */
  restart(signal: NodeJS.Signals): Promise<void>;
  close(): Promise<void>;
}

export async function startDemo(): Promise<Demo> {
  const data = mkdtempSync(join(tmpdir(), 'connect-demo-'));
  const port = await threeFreePorts();
  const first = await launch(data, port);
  const { host, product, tenant } = first;
  let { child } = first;
  const control = async (method: string, path: string, body: object) => {
    const response = await fetch(`${tenant}control/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  };
  const seed = (await (await fetch(`${tenant}control/seed`)).json()) as SeedSummary;
  return {
    host,
    product,
    tenant,
    seed,
    fault: (name, parameters = {}) => control('PUT', `faults/${name}`, { on: true, ...parameters }),
    noFaults: () => control('POST', 'reset', {}),
    async restart(signal) {
      await end(child, signal);
      ({ child } = await launch(data, port));
    },
    async close() {
      await end(child, 'SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function launch(data: string, port: number) {
  const child = spawn(process.execPath, ['src/dev.ts', '--port', String(port), '--no-open', '--data', data], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  let complaints = '';
  child.stderr.on('data', (text) => (complaints += String(text)));
  const addresses: Record<string, string> = {};
  for await (const line of createInterface({ input: child.stdout })) {
    const [, name, address] = /^(\w+): (http\S+)$/.exec(line) ?? [];
    if (name && address) addresses[name] = address;
    if (name === 'Ready') break;
  }
  const { Ready: host, product, tenant } = addresses;
  if (!host || !product || !tenant) throw new Error(`the demo did not start: ${complaints}`);
  return { child, host, product, tenant };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** A start that comes back on the same ports needs three in a row, below those the system hands out by itself. */
async function threeFreePorts(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const first = 20_000 + Math.floor(Math.random() * 12_000);
    const free = await Promise.all([first, first + 1, first + 2].map(isFree));
    if (free.every(Boolean)) return first;
  }
  throw new Error('no three free ports in a row');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen(port, 'localhost', () => {
      const { port: bound } = probe.address() as AddressInfo;
      probe.close(() => answer(bound === port));
    });
  });
}
