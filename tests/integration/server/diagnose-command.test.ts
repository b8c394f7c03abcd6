import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../../src/server/diagnosis/index.ts';
import { verdict, type Verdict } from '../../../src/shared/api/verdict.ts';
import { causes as german } from '../../../src/shared/i18n/locales/de/causes.ts';
import { diagnosisFixtures } from '../../support/diagnosis-fixtures.ts';

const root = join(import.meta.dirname, '../../..');

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** `npm run -s diagnose` without npm. */
async function run(input: string | Buffer, ...args: string[]): Promise<Ended> {
  const env = { PATH: process.env['PATH'] ?? '' };
  const child = spawn(process.execPath, ['src/diagnose.ts', ...args], { cwd: root, env });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  child.stdin.on('error', () => undefined); // It may have read enough.
  child.stdin.end(input);
  const code = await new Promise<number | null>((ended) => child.on('close', ended));
  return { code, out, err };
}

const jsonLines = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const disabled =
  '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.\r\n';

describe('npm run diagnose', () => {
  test('prints the verdict on standard input as JSON and nothing else', async () => {
    const { code, out, err } = await run(disabled, '--protocol', 'smtp', '--stage', 'smtp-auth');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const printed = JSON.parse(out) as Verdict;
    expect(printed).toMatchObject({
      cause: 'smtp-auth-disabled-tenant',
      whoCanFix: 'admin',
      retry: 'after-fix',
      origin: { guessed: [] },
    });
    expect(verdict.safeParse(printed).success).toBe(true);
    expect(printed).not.toHaveProperty('title');
  });

  test('guesses what is not told, and adds words when asked', async () => {
    const { out } = await run(disabled, '--lang', 'de');
    expect(JSON.parse(out)).toMatchObject({
      ...german['smtp-auth-disabled-tenant'],
      confidence: 'likely',
      origin: { protocol: 'smtp', stage: 'smtp-auth', guessed: ['protocol', 'stage'] },
    });
  });

  test('takes the status beside the text', async () => {
    const { out } = await run('', '--protocol', 'graph', '--stage', 'graph-probe', '--status', '507');
    expect(JSON.parse(out)).toMatchObject({ cause: 'mailbox-full', confidence: 'certain' });
  });

  test('says that nothing can be said about nothing', async () => {
    const { code, out } = await run('');
    expect({ code, cause: (JSON.parse(out) as Verdict).cause }).toEqual({ code: 0, cause: 'unknown' });
  });

  test('hides secrets and names them', async () => {
    const secret = 'Wq18Q~abcDEFghiJKLmnoPQRstuVWXyz0123456';
    const { out } = await run(`AADSTS7000215: Invalid client secret ${secret}`);
    expect(JSON.parse(out)).toMatchObject({ cause: 'secret-wrong', secrets: ['client-secret'] });
    expect(out).not.toContain(secret);
  });

  test('reads a file of PowerShell, and the start of an endless one', async () => {
    const wide = await run(Buffer.from(`\uFEFF${disabled}`, 'utf16le'));
    expect(JSON.parse(wide.out)).toMatchObject({ cause: 'smtp-auth-disabled-tenant' });
    const long = await run(disabled + 'x'.repeat(3_000_000));
    expect(JSON.parse(long.out)).toMatchObject({ cause: 'smtp-auth-disabled-tenant' });
  });

  test.each([
    ['--protocol', 'imap'],
    ['--stage', 'lunch'],
    ['--status', '99'],
    ['--lang', 'rm'],
    ['--quick', ''],
    ['reply.txt', ''],
  ])('refuses %s %s with a sentence and 2', async (...option) => {
    const { code, out, err } = await run('', ...option.filter((part) => part !== ''));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(option[0]);
    expect(err).toContain('--help');
  });

  test('explains itself', async () => {
    const { code, out } = await run('', '--help');
    expect(code).toBe(0);
    for (const word of ['--jsonl', 'smtp-auth', 'pop3-retrieve']) expect(out).toContain(word);
  });
});

describe('npm run diagnose -- --jsonl', () => {
  test('answers a line of evidence each, with its id, as the rest of the product does', async () => {
    const fixtures = (['entra', 'graph', 'exchange'] as const)
      .flatMap((name) => diagnosisFixtures(name))
      .filter(({ evidence }) => evidence.networkError === undefined);
    const input = fixtures.map(({ name, evidence }) => JSON.stringify({ id: name, ...evidence })).join('\n');
    const { code, out, err } = await run(input, '--jsonl');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const printed = jsonLines(out);
    expect(printed.map(({ id }) => id)).toEqual(fixtures.map(({ name }) => name));
    for (const [index, { expected, evidence }] of fixtures.entries()) {
      expect(printed[index]).toMatchObject(expected);
      expect(printed[index]?.['confidence']).toBe(diagnose(evidence).confidence);
    }
  });

  test('tells of lines that cannot be read, and answers the others', async () => {
    const evidence = { protocol: 'pop3', stage: 'pop3-auth', raw: '-ERR Protocol error. 14' };
    const lines = [
      JSON.stringify({ id: 1, ...evidence }),
      '{"id":2,"raw":"cut of',
      '',
      '[1]',
      JSON.stringify({ id: 5, ...evidence, stage: 'lunch' }),
      JSON.stringify({ id: 6, ...evidence, httpStatus: 'x' }),
      JSON.stringify({ id: 7, ...evidence, headers: [] }),
      JSON.stringify({ id: {}, ...evidence }),
      JSON.stringify({ id: 'last', ...evidence, httpStatus: null, headers: null, more: true }),
    ];
    const { code, out } = await run(lines.join('\r\n'), '--jsonl');
    expect(code).toBe(1);
    expect(jsonLines(out)).toMatchObject([
      { id: 1, cause: 'protocol-misuse' },
      { line: 2, error: 'Line 2: is no JSON' },
      { line: 4, error: 'Line 4: is no JSON object' },
      { id: 5, line: 5, error: expect.stringContaining('stage must be one of: app-token') },
      { id: 6, line: 6, error: 'Line 6: httpStatus must be a whole number from 100 to 599' },
      { id: 7, line: 7, error: 'Line 7: headers must be an object of names and values' },
      { line: 8, error: 'Line 8: id must be a text or a number' },
      { id: 'last', cause: 'protocol-misuse' },
    ]);
  });

  test('takes a body that was parsed, and headers that came several times', async () => {
    const line = {
      id: 'x',
      httpStatus: 429,
      headers: { 'Retry-After': 17, 'X-Any': ['a', 'b'], none: null },
      raw: { error: { code: 'TooManyRequests', message: 'Too many calls.' } },
    };
    const { out } = await run(JSON.stringify(line), '--jsonl');
    expect(jsonLines(out)).toMatchObject([
      { cause: 'throttled', retryAfter: 17, origin: { protocol: 'graph' } },
    ]);
  });

  test('reads a line of a megabyte, and leaves one out that is far longer', async () => {
    const line = (id: string, length: number) =>
      `${JSON.stringify({ id, raw: disabled + 'x'.repeat(length) })}\n`;
    const { code, out } = await run(
      line('mega', 1_000_000) + line('huge', 5_000_000) + line('small', 1),
      '--jsonl',
    );
    expect(code).toBe(1);
    expect(jsonLines(out)).toMatchObject([
      { id: 'mega', cause: 'smtp-auth-disabled-tenant' },
      { line: 2, error: 'Line 2: is longer than 4 MiB' },
      { id: 'small', cause: 'smtp-auth-disabled-tenant' },
    ]);
  });

  test('prints nothing for nothing', async () => {
    expect(await run('', '--jsonl')).toEqual({ code: 0, out: '', err: '' });
  });

  test('the options hold for lines that do not say', async () => {
    const lines = '{"id":1,"raw":"x"}\n{"id":2,"stage":"smtp-send","raw":"x"}';
    const { out } = await run(lines, '--jsonl', '--stage', 'pop3-retrieve', '--lang', 'fr');
    expect(jsonLines(out)).toMatchObject([
      { origin: { protocol: 'pop3', stage: 'pop3-retrieve' }, title: expect.any(String) },
      { origin: { protocol: 'smtp', stage: 'smtp-send' } },
    ]);
  });

  test('answers each line before the next one comes', async () => {
    const child = spawn(process.execPath, ['src/diagnose.ts', '--jsonl'], { cwd: root });
    const ended = new Promise((done) => child.on('close', done));
    for (const id of [1, 2, 3]) {
      child.stdin.write(`{"id":${id},"raw":"AADSTS50011"}\n`);
      const chunk = await new Promise<Buffer>((answered) => child.stdout.once('data', answered));
      expect(jsonLines(chunk.toString())).toMatchObject([{ id, cause: 'redirect-mismatch' }]);
    }
    child.stdin.end();
    expect(await ended).toBe(0);
  });
});
