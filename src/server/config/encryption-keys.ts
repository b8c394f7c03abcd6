import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import {
  linkSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './config-error.ts';

/** A key-encryption key. `key` holds 32 bytes and, being a KeyObject, is never printed. */
export interface EncryptionKey {
  id: string;
  key: KeyObject;
}

const keyBytes = 32;
const idPattern = /^[a-z0-9][a-z0-9._-]{0,39}$/i;

/** Reads `id:base64(32 bytes)[,older...]`, the first one encrypts. No problem text ever holds a part of a key. */
export function parseEncryptionKeys(text: string): { keys: EncryptionKey[]; problems: string[] } {
  const keys: EncryptionKey[] = [];
  const problems: string[] = [];
  for (const [index, entry] of text.split(',').entries()) {
    const [id = '', encoded = ''] = entry.trim().split(':');
    const bytes = Buffer.from(encoded, 'base64');
    const place = `ENCRYPTION_KEYS, entry ${index + 1}:`;
    if (!idPattern.test(id)) {
      problems.push(`${place} it must read id:base64, the id of letters, digits, dot, dash or underscore.`);
    } else if (bytes.length !== keyBytes || !isBase64(encoded)) {
      problems.push(`${place} the key must be 32 bytes in base64 (openssl rand -base64 32).`);
    } else if (keys.some((key) => key.id === id)) {
      problems.push(`${place} its id stands there twice: a retired key keeps its own id.`);
    } else {
      keys.push({ id, key: createSecretKey(bytes) });
    }
  }
  return { keys, problems };
}

/** Buffer.from ignores what is not base64; a key with a letter lost on the way must not pass as another key. */
function isBase64(text: string): boolean {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text);
}

/**
 * The keys of an embedded installation that was given none: a file of its own, made at the first start.
 * It lies beside the database, not in it, so that a dump of the database is no use without it.
 * @throws ConfigError when there is data but no key for it, or when others may read the key.
 */
export function ownEncryptionKeys(dataDir: string): EncryptionKey[] {
  const path = join(dataDir, 'encryption.key');
  if (!existsSync(path)) {
    if (hasEntries(join(dataDir, 'database'))) {
      throw new ConfigError([
        `${path} is missing, yet there is a database that was encrypted with it: put the file back, or give ENCRYPTION_KEYS.`,
      ]);
    }
    createKeyFile(dataDir, path);
  }
  if (process.platform !== 'win32' && (lstatSync(path).mode & 0o077) !== 0) {
    throw new ConfigError([
      `${path} may be read by others than its owner: chmod 600 it, and consider the key known.`,
    ]);
  }
  const { keys, problems } = parseEncryptionKeys(readFileSync(path, 'utf8').trim());
  if (problems.length > 0)
    throw new ConfigError([`${path} is damaged: it does not hold id:base64(32 bytes).`]);
  return keys;
}

/** Appears whole or not at all, and never replaces another process's key: link(2) fails when the name is taken. */
function createKeyFile(dataDir: string, path: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, `own:${randomBytes(keyBytes).toString('base64')}\n`, {
    mode: 0o600,
    flush: true,
  });
  try {
    linkSync(unfinished, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(unfinished);
  }
}

function hasEntries(directory: string): boolean {
  return existsSync(directory) && readdirSync(directory).length > 0;
}
