import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export class DirectoryInUseError extends Error {
  override readonly name = 'DirectoryInUseError';

  constructor(directory: string) {
    super(`Another process is using ${directory}: the embedded database serves one process at a time.`);
  }
}

/** Held until it is released or the process ends, however it ends. */
export interface ProcessLock {
  release(): Promise<void>;
}

/**
 * Claims a directory for this process: two processes on one PGlite directory lose rows without a word.
 * The lock is a listening socket, which the kernel takes back even after kill -9; a lock file would go stale.
 * It holds within one machine (one network namespace): two containers must not share a directory.
 * @throws DirectoryInUseError at once when another process holds it.
 */
export async function lockDirectory(directory: string, platform = process.platform): Promise<ProcessLock> {
  // By its real path, so that a symbolic link is no way round.
  const address = lockAddress(realpathSync(directory), platform);
  const server =
    (await listen(address)) ??
    ((await isAbandoned(address)) ? await listenAfterRemoving(address) : undefined);
  if (!server) throw new DirectoryInUseError(directory);
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Linux: an abstract socket (unix(7)). Windows: a named pipe. Elsewhere: a socket file, which may outlive its process. */
function lockAddress(path: string, platform: NodeJS.Platform): string {
  const name = `legal365-connect-${createHash('sha256').update(path).digest('hex').slice(0, 32)}`;
  if (platform === 'linux') return `\0${name}`;
  if (platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), name);
}

/** The listening server, or undefined when the address is taken. */
function listen(address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen({ path: address }, () => {
      // The lock must not keep a process alive that has nothing else to do.
      server.unref();
      resolve(server);
    });
  });
}

/** Whether the address is a socket file that nobody listens on any more. */
function isAbandoned(address: string): Promise<boolean> {
  if (!address.startsWith('/')) return Promise.resolve(false);
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED'));
  });
}

function listenAfterRemoving(address: string): Promise<Server | undefined> {
  rmSync(address, { force: true });
  return listen(address);
}
