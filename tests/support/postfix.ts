import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthority } from './certificates.ts';
import { freePort } from './dovecot.ts';
import { postfixConfiguration, postfixServices, type PostfixPlace } from './postfix-configuration.ts';

const program = '/usr/sbin/postfix';

/** Its master process runs as root alone. */
export const postfixCanRun = (): boolean => existsSync(program) && process.getuid?.() === 0;

/** A throw-away server for submission with STARTTLS and XOAUTH2 on loopback. */
export interface Postfix {
  host: string;
  port: number;
  /** The authority of its certificate, which names `localhost`. */
  ca: string;
  stop(): Promise<void>;
}

export interface PostfixOptions {
  saslPort: number;
  sinkPort: number;
  /** Who may send as which address: the address, then the names of those who may. */
  senders: Readonly<Record<string, string>>;
}

// The shell ends the server and removes its files when its standard input closes, which happens however this process ends.
const runUntilInputCloses = `
"$1" -c "$2" start-fg >"$2/output" 2>&1 </dev/null &
cat >/dev/null
"$1" -c "$2" stop >/dev/null 2>&1
wait
rm -rf "$2"`;

export async function startPostfix(options: PostfixOptions): Promise<Postfix> {
  const authority = createAuthority();
  for (let attempt = 1; ; attempt++) {
    const place = { folder: mkdtempSync(join(tmpdir(), 'postfix-')), port: await freePort(), ...options };
    const { certificate, key } = authority.issue({ names: ['localhost'] });
    prepareFolder(place, { certificate, key }, options.senders);
    const shell = spawn('sh', ['-c', runUntilInputCloses, 'sh', program, place.folder], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const stop = () => ended(shell);
    try {
      await untilItGreets(place, shell);
      return { host: 'localhost', port: place.port, ca: authority.certificate, stop };
    } catch (error) {
      await stop();
      // Between finding a free port and taking it, somebody else may have taken it.
      if (attempt === 3) throw error;
    }
  }
}

function prepareFolder(
  place: PostfixPlace,
  { certificate, key }: { certificate: string; key: string },
  senders: Readonly<Record<string, string>>,
): void {
  const { folder } = place;
  chmodSync(folder, 0o755);
  for (const name of ['queue', 'data']) mkdirSync(join(folder, name), { mode: 0o755 });
  execFileSync('chown', ['postfix', join(folder, 'data')]);
  const files = {
    'main.cf': postfixConfiguration(place),
    'master.cf': postfixServices(place),
    'certificate.pem': certificate,
    'key.pem': key,
    senders: Object.entries(senders)
      .map((row) => row.join(' '))
      .join('\n'),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
}

/** There is no event for readiness but a greeting. */
async function untilItGreets({ port, folder }: PostfixPlace, shell: ChildProcess): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await greets(port))) {
    if (shell.exitCode !== null || Date.now() > deadline) {
      const said = ['output', 'log'].map((name) => join(folder, name)).filter((path) => existsSync(path));
      throw new Error(`Postfix does not greet: ${said.map((path) => readFileSync(path, 'utf8')).join('')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const answer = (yes: boolean) => {
      resolve(yes);
      socket.destroy();
    };
    socket.setTimeout(5000, () => answer(false));
    socket.once('error', () => answer(false)).once('close', () => answer(false));
    socket.once('data', (greeting: Buffer) => answer(greeting.toString().startsWith('220')));
  });
}

function ended(shell: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (shell.exitCode !== null) resolve();
    else shell.once('exit', () => resolve());
    shell.stdin?.end();
  });
}
