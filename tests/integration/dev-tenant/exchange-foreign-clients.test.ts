import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { addressOf, MailTenant, xoauth2 } from './exchange-client.ts';

const isInstalled = (program: string): boolean =>
  spawnSync(program, [program === 'openssl' ? 'version' : '--version']).status === 0;

/** `test` with a program that nobody here wrote; on a machine without it a loud skip. */
function testWith(program: string): typeof test | typeof test.skip {
  if (isInstalled(program)) return test;
  process.stderr.write(`SKIPPED: ${program} is not installed, the mail hosts are not tested with it.\n`);
  return test.skip;
}

let tenant: MailTenant;
let folder: string;
beforeAll(async () => {
  tenant = await MailTenant.start();
  tenant.allowSmtp();
  folder = await mkdtemp(join(tmpdir(), 'mail-client-'));
  await writeFile(join(folder, 'ca.pem'), tenant.hosts.pop.ca);
});
afterAll(async () => {
  await tenant.close();
  await rm(folder, { recursive: true });
});

const lawyer = addressOf('lawyer');

/** Runs a program to its end. @returns what it wrote, its complaints included */
async function run(program: string, parameters: string[], input: string): Promise<string> {
  const child = spawn(program, parameters, { cwd: folder });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  child.stdin.end(input);
  await new Promise((ended) => child.once('close', ended));
  return output;
}

/** A configuration file with the token in a file beside it; both programs want it readable by its owner alone. */
async function configure(name: string, lines: readonly string[]): Promise<string> {
  await writeFile(join(folder, 'token'), await tenant.token('lawyer'), { mode: 0o600 });
  const common = ['account default', 'host localhost', 'auth xoauth2', `user ${lawyer}`, 'tls on'];
  const trust = [`tls_trust_file ${join(folder, 'ca.pem')}`, `passwordeval cat ${join(folder, 'token')}`];
  const path = join(folder, name);
  await writeFile(path, [...common, ...trust, ...lines, ''].join('\n'), { mode: 0o600 });
  return path;
}

const sendByMsmtp = async (subject: string): Promise<string> => {
  const path = await configure('msmtprc', [
    `port ${tenant.hosts.smtp.port}`,
    'tls_starttls on',
    `from ${lawyer}`,
  ]);
  return run(
    'msmtp',
    ['-C', path, lawyer],
    `From: ${lawyer}\nTo: ${lawyer}\nSubject: ${subject}\n\nText\n.\n`,
  );
};

testWith('openssl')(
  'openssl trusts the POP3 host by the authority of the tenant, and gets its capabilities',
  async () => {
    const { port } = tenant.hosts.pop;
    const parameters = ['s_client', '-quiet', '-verify_return_error', '-CAfile', 'ca.pem'];
    const output = await run(
      'openssl',
      [...parameters, '-verify_hostname', 'localhost', '-connect', `localhost:${port}`, '-crlf', '-ign_eof'],
      `CAPA\nAUTH XOAUTH2\n${xoauth2(lawyer, await tenant.token('lawyer'))}\nSTAT\nQUIT\n`,
    );
    expect(output).toContain('SASL PLAIN XOAUTH2');
    expect(output).toContain('+OK User successfully authenticated.');
    expect(output).toMatch(/^\+OK 1 \d+\r?$/m);
  },
);

testWith('openssl')('openssl trusts the SMTP host after STARTTLS, too', async () => {
  const parameters = ['s_client', '-starttls', 'smtp', '-quiet', '-verify_return_error', '-CAfile', 'ca.pem'];
  const output = await run(
    'openssl',
    [...parameters, '-connect', `localhost:${tenant.hosts.smtp.port}`, '-crlf', '-ign_eof'],
    'EHLO client.example\nQUIT\n',
  );
  expect(output).toContain('250-AUTH LOGIN XOAUTH2');
  expect(output).toContain('221 2.0.0 ');
});

testWith('msmtp')('msmtp sends a message that arrives', async () => {
  expect(await sendByMsmtp('Von msmtp')).toBe('');
  expect((await tenant.folder('lawyer', 'inbox'))[0]).toMatchObject({ subject: 'Von msmtp' });
});

testWith('mpop')('mpop retrieves every message once', async () => {
  const maildir = join(folder, 'Maildir');
  for (const name of ['cur', 'new', 'tmp']) await mkdir(join(maildir, name), { recursive: true });
  const path = await configure('mpoprc', [
    `port ${tenant.hosts.pop.port}`,
    'tls_starttls off',
    'keep on',
    `uidls_file ${join(folder, 'uidls')}`,
    `delivery maildir ${maildir}`,
    'received_header off',
  ]);
  const expected = (await tenant.folder('lawyer', 'inbox')).length;
  for (let count = 0; count < 2; count++) {
    expect(await run('mpop', ['-C', path, '-q'], '')).toBe('');
    expect(await readdir(join(maildir, 'new'))).toHaveLength(expected);
  }
  const [first = ''] = await readdir(join(maildir, 'new'));
  expect(await readFile(join(maildir, 'new', first), 'utf8')).toMatch(/^(From|Received): /m);
});
