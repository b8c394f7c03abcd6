import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { userInfo, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const installed = '/usr/lib/postgresql';

/** Folder of the newest PostgreSQL programs that Debian's packages installed, or undefined. */
export function postgresqlBinaries(): string | undefined {
  const versions = existsSync(installed) ? readdirSync(installed).map(Number) : [];
  const folders = versions.sort((a, b) => b - a).map((version) => join(installed, String(version), 'bin'));
  return folders.find((folder) => existsSync(join(folder, 'initdb')));
}

/** A throw-away server that listens on a socket file in its own folder. */
export interface PostgresqlCluster {
  url(database: string): string;
  createDatabase(name: string, template?: string): Promise<void>;
  stop(): Promise<void>;
}

// The shell ends the server and removes its files when its standard input closes, which happens however this process ends.
const runUntilInputCloses = `
"$1/postgres" -D "$2/data" -k "$2" -c listen_addresses= -c fsync=off -c full_page_writes=off \\
  -c shared_buffers=32MB -c max_connections=60 -c max_wal_size=256MB >"$2/log" 2>&1 </dev/null &
server=$!
cat >/dev/null
kill -INT $server
wait $server
rm -rf "$2"`;

export async function startPostgresqlCluster(): Promise<PostgresqlCluster> {
  const binaries = postgresqlBinaries();
  if (!binaries) throw new Error('PostgreSQL is not installed.');
  const folder = mkdtempSync(join(tmpdir(), 'pg-'));
  const user = serverUser();
  if (user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const init = [
    '-D',
    join(folder, 'data'),
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
  ];
  execFileSync(join(binaries, 'initdb'), init, { ...user, cwd: folder, stdio: 'ignore' });
  const shell = spawn('sh', ['-c', runUntilInputCloses, 'sh', binaries, folder], {
    ...user,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const url = (database: string) =>
    `postgres:///${database}?host=${encodeURIComponent(folder)}&user=postgres`;
  await untilItAnswers(url('postgres'), shell);
  return {
    url,
    createDatabase: (name, template = 'template0') =>
      query(url('postgres'), `create database ${name} template ${template}`),
    stop: () => ended(shell),
  };
}

/** The server refuses to run as root: then it runs as the user that Debian's package made for it. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (userInfo().uid !== 0) return undefined;
  const id = (option: string) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

/** A server that starts refuses connections until it can serve them; there is no event to wait for but a connection. */
async function untilItAnswers(url: string, shell: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    try {
      await query(url, 'select 1');
      return;
    } catch (error) {
      if (shell.exitCode !== null || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function ended(shell: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    shell.once('exit', () => resolve());
    shell.stdin?.end();
  });
}
