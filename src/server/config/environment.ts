import { readFileSync, statSync } from 'node:fs';
import { ConfigError } from './config-error.ts';

const plainVariables = [
  'HOST',
  'PORT',
  'PUBLIC_URL',
  'DATA_DIR',
  'CLOUD',
  'CLOUD_ENDPOINTS',
  'ALLOWED_TENANTS',
  'OPERATOR_TENANT',
  'CONNECT_CLIENT_ID',
  'ROLE',
  'TRUST_PROXY',
  'LOG_LEVEL',
] as const;

/** Of `npm run check-tenant` alone: a firm's registration and a mailbox. The server does not read them. */
const checkVariables = ['CHECK_DIRECTORY_ID', 'CHECK_APPLICATION_ID', 'CHECK_MAILBOX'] as const;

/** These may also come from a file whose path stands in `<NAME>_FILE`, as container platforms hand out secrets. */
const secretVariables = [
  'DATABASE_URL',
  'ENCRYPTION_KEYS',
  'CONNECT_CLIENT_SECRET',
  'CHECK_CLIENT_SECRET',
] as const;

export type Variable =
  (typeof plainVariables)[number] | (typeof checkVariables)[number] | (typeof secretVariables)[number];

/** The variables as raw text, not yet judged. A variable that is empty counts as not given. */
export type Environment = Readonly<Partial<Record<Variable, string>>>;

const longestSecretFile = 64 * 1024;

/**
 * Reads the variables and the files of `*_FILE`. The line break that editors leave at a file's end is taken off.
 * @throws ConfigError when a secret is given twice or its file cannot be read.
 */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const problems: string[] = [];
  const texts: Partial<Record<Variable, string>> = {};
  const take = (name: Variable, text: string | undefined) => {
    if (text !== undefined && text.trim() !== '') texts[name] = text.trim();
  };
  for (const name of [...plainVariables, ...checkVariables]) take(name, source[name]);
  for (const name of secretVariables) {
    const path = source[`${name}_FILE`];
    if (!path) take(name, source[name]);
    else if (source[name]) problems.push(`${name} and ${name}_FILE are both given: keep one of them.`);
    else take(name, secretFile(name, path, problems));
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return texts;
}

function secretFile(name: string, path: string, problems: string[]): string | undefined {
  try {
    if (statSync(path).size > longestSecretFile) {
      problems.push(`${name}_FILE names a file of more than 64 kB: ${path} is not a secret.`);
      return undefined;
    }
    const text = readFileSync(path, 'utf8').trim();
    if (text === '') problems.push(`${name}_FILE names an empty file: ${path}.`);
    return text;
  } catch (error) {
    problems.push(
      `${name}_FILE cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'error'} at ${path}.`,
    );
    return undefined;
  }
}
