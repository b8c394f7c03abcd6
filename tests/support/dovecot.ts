import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { createAuthority, type Authority } from './certificates.ts';
import { dovecotConfiguration, tokenConfiguration } from './dovecot-configuration.ts';
import { createTokenIssuer, type TokenClaims, type TokenIssuer } from './dovecot-tokens.ts';

const program = '/usr/sbin/dovecot';

export const dovecotIsInstalled = (): boolean => existsSync(program);

/** A throw-away server for POP3S with XOAUTH2 on loopback; its tokens are signed by a key of its own. */
export interface Dovecot {
  host: string;
  port: number;
  /** Where Postfix asks it about sign-ins. */
  saslPort: number;
  /** The authority of its certificate, which names `localhost`. */
  ca: string;
  /** A token for the address; Dovecot wants it to be the user name as well. */
  token(address: string, claims?: TokenClaims): Promise<string>;
  /** Puts messages into the mailbox of the address, in this order; lines must end in LF or CR LF. */
  deliver(address: string, messages: Iterable<Buffer>): void;
  /** The messages that the mailbox holds now. */
  contentsOf(address: string): Buffer[];
  /** Puts these messages in place of all, under new UIDLs: what a move of the mailbox does. */
  renew(address: string, messages: Iterable<Buffer>): void;
  /** Takes all messages away; the function that is returned brings them back, under the same UIDLs. */
  hide(address: string): () => void;
  stop(): Promise<void>;
}

// The shell ends the server and removes its files when its standard input closes, which happens however this process ends.
const runUntilInputCloses = `
"$1" -F -c "$2/dovecot.conf" >"$2/output" 2>&1 </dev/null &
server=$!
cat >/dev/null
kill -TERM $server
wait $server
rm -rf "$2"`;

interface Account {
  user: string;
  group: string;
  /** Given when the process has to become that account first. */
  ids?: { uid: number; gid: number };
}

export async function startDovecot(): Promise<Dovecot> {
  const account = serverAccount();
  const authority = createAuthority();
  const issuer = await createTokenIssuer();
  for (let attempt = 1; ; attempt++) {
    const ports = { port: await freePort(), saslPort: await freePort() };
    const folder = prepareFolder(ports, account, authority, issuer);
    const shell = spawn('sh', ['-c', runUntilInputCloses, 'sh', program, folder], {
      ...account.ids,
      cwd: '/',
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    try {
      await untilItGreets(ports.port, shell, folder);
      return {
        host: 'localhost',
        ...ports,
        ca: authority.certificate,
        token: (address, claims) => issuer.issue(address, claims),
        deliver: (address, messages) => deliver(join(folder, 'mail', address), account, messages),
        contentsOf: (address) => contentsOf(join(folder, 'mail', address, 'Maildir')),
        renew: (address, messages) => {
          rmSync(join(folder, 'mail', address), { recursive: true });
          deliver(join(folder, 'mail', address), account, messages);
        },
        hide: (address) => hide(join(folder, 'mail', address)),
        stop: () => ended(shell),
      };
    } catch (error) {
      await ended(shell);
      // Between finding a free port and taking it, somebody else may have taken it.
      if (attempt === 3) throw error;
    }
  }
}

/** A new folder each time: what a former run left in it delays the start by seconds. */
function prepareFolder(
  ports: { port: number; saslPort: number },
  account: Account,
  authority: Authority,
  issuer: TokenIssuer,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'dovecot-'));
  for (const name of ['run', 'state', 'mail', 'keys/default/RS256']) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  const { certificate, key } = authority.issue({ names: ['localhost'], addresses: ['127.0.0.1'] });
  writeFileSync(join(folder, 'certificate.pem'), certificate);
  writeFileSync(join(folder, 'key.pem'), key);
  writeFileSync(join(folder, 'keys/default/RS256', issuer.keyId), issuer.publicKey);
  writeFileSync(join(folder, 'tokens.conf'), tokenConfiguration({ folder, issuer: issuer.name }));
  writeFileSync(join(folder, 'dovecot.conf'), dovecotConfiguration({ folder, ...ports, ...account }));
  if (account.ids) execFileSync('chown', ['-R', `${account.ids.uid}:${account.ids.gid}`, folder]);
  return folder;
}

/** Dovecot gives mail to no user 0: as root it runs as the account that Debian has for mail. */
function serverAccount(): Account {
  const { uid, username } = userInfo();
  const user = uid === 0 ? 'mail' : username;
  const id = (...options: string[]) => execFileSync('id', [...options, user], { encoding: 'utf8' }).trim();
  const account = { user, group: id('-gn') };
  return uid === 0 ? { ...account, ids: { uid: Number(id('-u')), gid: Number(id('-g')) } } : account;
}

/** Below the ports that outgoing connections are given, one of which might be taken in between. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    if (await canListen(port)) return port;
  }
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** There is no event for readiness but a greeting. */
async function untilItGreets(port: number, shell: ChildProcess, folder: string): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await greets(port))) {
    if (shell.exitCode !== null || Date.now() > deadline) {
      throw new Error(`Dovecot does not greet: ${readFileSync(join(folder, 'output'), 'utf8')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    // Whether it is the right server is what the tests are about; here only whether somebody is there.
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false });
    const answer = (yes: boolean) => {
      resolve(yes);
      socket.destroy();
    };
    socket.setTimeout(5000, () => answer(false));
    socket.once('error', () => answer(false)).once('close', () => answer(false));
    socket.once('data', (greeting: Buffer) => answer(greeting.toString().startsWith('+OK')));
  });
}

/** No name comes twice, also when Dovecot has moved or deleted the former file. */
let seconds = 1_700_000_000;

/** Maildir: one file a message, in the order of the time in its name. */
function deliver(home: string, account: Account, messages: Iterable<Buffer>): void {
  const folders = ['', 'Maildir', 'Maildir/new', 'Maildir/cur', 'Maildir/tmp'].map((name) =>
    join(home, name),
  );
  for (const folder of folders) mkdirSync(folder, { recursive: true });
  const paths = [...folders];
  for (const message of messages) {
    const path = join(home, 'Maildir/new', `${seconds++}.M1P1.test`);
    writeFileSync(path, message);
    paths.push(path);
  }
  if (account.ids) for (const path of paths) chownSync(path, account.ids.uid, account.ids.gid);
}

function contentsOf(maildir: string): Buffer[] {
  return ['cur', 'new'].flatMap((name) =>
    readdirSync(join(maildir, name))
      .sort()
      .map((file) => readFileSync(join(maildir, name, file))),
  );
}

/** As a whole with what Dovecot knows of it, or it would give the messages new UIDLs. */
function hide(home: string): () => void {
  renameSync(join(home, 'Maildir'), join(home, 'hidden'));
  return () => {
    rmSync(join(home, 'Maildir'), { recursive: true, force: true });
    renameSync(join(home, 'hidden'), join(home, 'Maildir'));
  };
}

function ended(shell: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (shell.exitCode !== null) resolve();
    else shell.once('exit', () => resolve());
    shell.stdin?.end();
  });
}
