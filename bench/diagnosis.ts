/**
 * Time of one explanation (origin guessed, verdict, secrets hidden) over the composed replies and mutations of them:
 * `node bench/diagnosis.ts [--rounds 100] [--seed 1]`. The mean of processor time has to stay under a millisecond each. Writes
 * bench/results/diagnosis.json.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { explain } from '../src/server/diagnosis/explain.ts';
import { diagnose } from '../src/server/diagnosis/index.ts';
import { diagnosisFixtures } from '../tests/support/diagnosis-fixtures.ts';

const mostMs = 1;

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
});
const rounds = Number(values.rounds);

/** The same mutations in each run (a linear congruential generator). */
let state = Number(values.seed);
function below(most: number): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state % Math.max(most, 1);
}

const evidence = (['entra', 'graph', 'exchange'] as const)
  .flatMap((name) => diagnosisFixtures(name))
  .map((fixture) => fixture.evidence);
const noise = [
  '',
  '\r\n',
  '"',
  '\\',
  '550 5.7.1 ',
  '-ERR ',
  'AADSTS9',
  '<html>',
  'error=',
  ' '.repeat(200),
  'eyJhbGciOi',
];

/** A piece cut out and another put in its place, somewhere. */
function mutated(raw: string): string {
  const from = below(raw.length);
  return raw.slice(0, from) + (noise[below(noise.length)] ?? '') + raw.slice(from + below(300));
}

interface Measured {
  name: string;
  count: number;
  /** Processor time of this process: other programs on the machine do not count. */
  meanCpuMs: number;
  medianMs: number;
  p99Ms: number;
}

function measure(
  name: string,
  inputs: readonly string[],
  explainOne: (raw: string, index: number) => unknown,
): Measured {
  const before = process.cpuUsage();
  const times = inputs
    .map((raw, index) => {
      const start = performance.now();
      explainOne(raw, index);
      return performance.now() - start;
    })
    .sort((one, other) => one - other);
  const { user, system } = process.cpuUsage(before);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
  const shown = (milliseconds: number) => Number(milliseconds.toFixed(4));
  const meanCpuMs = shown((user + system) / 1000 / times.length);
  return { name, count: times.length, meanCpuMs, medianMs: shown(at(0.5)), p99Ms: shown(at(0.99)) };
}

const replies = evidence.map(({ raw }) => raw ?? '');
const repeated = Array.from({ length: rounds }, () => replies).flat();
const changed = repeated.map(mutated);
/** Texts at the limit: a log with the reply at its end. */
const long = replies
  .slice(0, 50)
  .map((raw) => `${'10:01:02 info 250 2.0.0 ok\r\n'.repeat(2300)}${raw}`.slice(-65_536));

measure('warm-up', changed.slice(0, 2000), (raw) => explain({ raw }));
const results = [
  measure('verdict on a reply whose origin is known', repeated, (_raw, index) => {
    const known = evidence[index % evidence.length];
    return known && diagnose(known);
  }),
  measure('explanation of a reply', repeated, (raw) => explain({ raw })),
  measure('explanation of a mutated reply', changed, (raw) => explain({ raw })),
  measure('explanation of 64 KiB of log', long, (raw) => explain({ raw })),
];
for (const { name, count, meanCpuMs, medianMs, p99Ms } of results) {
  process.stdout.write(`${name}: ${meanCpuMs} ms CPU, median ${medianMs} ms, 99 % ${p99Ms} ms (${count})\n`);
}

const folder = join(import.meta.dirname, 'results');
mkdirSync(folder, { recursive: true });
const file = join(folder, 'diagnosis.json');
writeFileSync(file, `${JSON.stringify({ mostMs, node: process.version, results }, null, 2)}\n`);
process.stdout.write(`Written to ${file}\n`);
const slow = results.slice(0, 3).filter(({ meanCpuMs }) => meanCpuMs >= mostMs);
if (slow.length > 0) {
  process.stderr.write(`Slower than ${mostMs} ms each: ${slow.map(({ name }) => name).join(', ')}\n`);
  process.exitCode = 1;
}
