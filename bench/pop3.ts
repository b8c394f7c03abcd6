/**
 * POP3 retrieval beside mpop, on one Dovecot and one mailbox in one run: `node bench/pop3.ts [--runs 3] [--cases a,b]`.
 * Each program writes one file a message and is a process of its own, its start included. What counts are the ratios:
 * the times depend on the machine and on what else it does. Writes bench/results/pop3.json.
 */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startDovecot, type Dovecot } from '../tests/support/dovecot.ts';
import { startDelay } from './delay.ts';

interface Case {
  name: string;
  messages: number;
  octets: number;
  /** Milliseconds. */
  roundTrip: number;
}

const cases: Case[] = [
  { name: 'small', messages: 5000, octets: 10_000, roundTrip: 0 },
  { name: 'big', messages: 200, octets: 1_000_000, roundTrip: 0 },
  { name: 'small-far', messages: 1000, octets: 10_000, roundTrip: 25 },
  { name: 'big-far', messages: 200, octets: 1_000_000, roundTrip: 25 },
];

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, cases: { type: 'string' } },
});
const runs = Number(values.runs);
const wanted = values.cases?.split(',');

// mpop syncs every file to disk; on a disk that others use, that is all one would measure.
const root = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bench-pop3-'));
chmodSync(root, 0o755); // Dovecot runs as another account
process.env['TMPDIR'] = root;
process.env['NODE_COMPILE_CACHE'] = join(root, 'compiled'); // mpop comes compiled too

interface Target {
  dovecot: Dovecot;
  port: number;
  user: string;
  token: string;
  folder: string;
}

interface Program {
  name: string;
  command(target: Target): [command: string, ...args: string[]];
}

const ours = (mode: string): Program => ({
  name: mode,
  command: ({ dovecot, port, user, token, folder }) => {
    const options = { host: dovecot.host, port, ca: dovecot.ca, user, accessToken: token, folder, mode };
    const file = join(root, 'options.json');
    writeFileSync(file, JSON.stringify(options));
    return [process.execPath, join(import.meta.dirname, 'pop3-retrieve.ts'), file];
  },
});

const mpop = (pipelining: 'on' | 'off'): Program => ({
  name: `mpop, pipelining ${pipelining}`,
  command: ({ dovecot, port, user, token, folder }) => {
    const file = (name: string, text: string) => {
      writeFileSync(join(root, name), text);
      chmodSync(join(root, name), 0o600);
      return join(root, name);
    };
    for (const name of ['cur', 'new', 'tmp']) mkdirSync(join(folder, name), { recursive: true });
    const lines = [
      ...['account bench', `host ${dovecot.host}`, `port ${port}`, `user ${user}`, 'auth xoauth2', 'tls on'],
      ...[
        'tls_starttls off',
        `tls_trust_file ${file('ca.pem', dovecot.ca)}`,
        'keep on',
        'received_header off',
      ],
      `passwordeval "cat ${file('token', token)}"`,
      ...[`delivery maildir ${folder}`, `uidls_file ${join(folder, 'uidls')}`, `pipelining ${pipelining}`],
    ];
    return ['mpop', '-Q', '-C', file('mpoprc', `${lines.join('\n')}\n`), 'bench'];
  },
});

const programs = [
  ours('pipelining'),
  ours('serial'),
  ...(existsSync('/usr/bin/mpop') ? [mpop('on'), mpop('off')] : []),
];

interface Sample {
  seconds: number;
  cpuSeconds: number;
  /** Largest resident memory. */
  megabytes: number;
}

async function measure(program: Program, target: Omit<Target, 'folder'>): Promise<Sample> {
  const folder = join(root, 'out');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const [command, ...args] = program.command({ ...target, folder });
  const began = performance.now();
  const child = spawn('/usr/bin/time', ['-f', '%U %S %M', command, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let text = '';
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  const seconds = (performance.now() - began) / 1000;
  if (code !== 0) throw new Error(`${program.name} failed: ${text}`);
  const [user = 0, system = 0, kilobytes = 0] = (text.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  return { seconds, cpuSeconds: user + system, megabytes: kilobytes / 1024 };
}

function median(samples: Sample[], field: keyof Sample): number {
  const sorted = samples.map((sample) => sample[field]).sort((a, b) => a - b);
  return Number((sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(2));
}

function* contents({ messages, octets }: Case): Generator<Buffer> {
  const line = `${'0123456789'.repeat(7)}123456\r\n`;
  const body = line.repeat(Math.floor(octets / line.length));
  for (let number = 1; number <= messages; number++) yield Buffer.from(`Subject: ${number}\r\n\r\n${body}`);
}

async function runCase(dovecot: Dovecot, one: Case) {
  const user = `${one.name}@bench.example`;
  dovecot.deliver(user, contents(one));
  const delay = one.roundTrip > 0 ? await startDelay(dovecot.port, one.roundTrip) : undefined;
  const target = { dovecot, user, token: await dovecot.token(user), port: delay?.port ?? dovecot.port };
  const samples = new Map<string, Sample[]>(programs.map(({ name }) => [name, []]));
  await measure(ours('pipelining'), target); // Dovecot writes its index on the first visit
  // In turn, so that a slow minute of the machine falls on all alike.
  for (let run = 0; run < runs; run++) {
    for (const program of programs) samples.get(program.name)?.push(await measure(program, target));
  }
  await delay?.close();
  const reference = median(samples.get('mpop, pipelining on') ?? [], 'seconds');
  return [...samples].map(([program, measured]) => {
    const seconds = median(measured, 'seconds');
    const ratio = reference > 0 ? { ratioToMpop: Number((seconds / reference).toFixed(2)) } : {};
    const rest = { cpuSeconds: median(measured, 'cpuSeconds'), megabytes: median(measured, 'megabytes') };
    return { case: one.name, program, seconds, ...ratio, ...rest };
  });
}

const dovecot = await startDovecot();
try {
  const results: Record<string, unknown>[] = [];
  for (const one of cases.filter(({ name }) => wanted?.includes(name) ?? true)) {
    const rows = await runCase(dovecot, one);
    for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`);
    results.push(...rows);
  }
  if (!existsSync('/usr/bin/mpop'))
    process.stdout.write('SKIPPED: mpop is not installed, there is nothing to compare.\n');
  mkdirSync(join(import.meta.dirname, 'results'), { recursive: true });
  writeFileSync(
    join(import.meta.dirname, 'results/pop3.json'),
    `${JSON.stringify({ runs, results }, null, 2)}\n`,
  );
} finally {
  await dovecot.stop();
  rmSync(root, { recursive: true, force: true });
}
