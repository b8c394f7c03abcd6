import { isGuid } from '../../shared/domain/guid.ts';
import { addressProblem, secretProblem } from '../../shared/domain/registration-input.ts';
import { chooseCloud, isLocal } from '../config/choose-cloud.ts';
import type { Cloud } from '../config/cloud.ts';
import { ConfigError } from '../config/config-error.ts';
import type { Environment } from '../config/environment.ts';
import { Secret } from '../config/secrets.ts';

/** The tab's own application, as far as the environment names it. */
export interface TabApplication {
  clientId: string;
  /** Where browsers open the tab: its host is part of the application ID URI. */
  publicUrl: string;
  secret: Secret | null;
}

/** What is checked: a cloud, a firm's registration in it, and one mailbox that is only read. */
export interface Subject {
  cloud: Cloud;
  directoryId: string;
  applicationId: string;
  clientSecret: Secret;
  mailbox: string;
  tab: TabApplication | null;
}

/**
 * Reads the subject of a check from the variables of the server and `CHECK_*`.
 * @throws ConfigError with every problem at once, no value of a secret in it
 */
export function readSubject(env: Environment): Subject {
  const problems: string[] = [];
  const cloud = chooseCloud(env, isLocal(env), problems);
  const directoryId = guid(env, 'CHECK_DIRECTORY_ID', problems);
  const applicationId = guid(env, 'CHECK_APPLICATION_ID', problems);
  const clientSecret = env.CHECK_CLIENT_SECRET ?? '';
  if (secretProblem(clientSecret) !== undefined) {
    problems.push(
      'CHECK_CLIENT_SECRET (or a file named in CHECK_CLIENT_SECRET_FILE) must hold the value of a client secret, not its ID.',
    );
  }
  const mailbox = env.CHECK_MAILBOX ?? '';
  if (addressProblem(mailbox) !== undefined) {
    problems.push('CHECK_MAILBOX must be the address of a mailbox that the registration may read.');
  }
  const tab = tabOf(env, problems);
  if (problems.length > 0 || cloud === undefined) throw new ConfigError(problems);
  return { cloud, directoryId, applicationId, clientSecret: new Secret(clientSecret), mailbox, tab };
}

function tabOf(env: Environment, problems: string[]): TabApplication | null {
  const { PUBLIC_URL: publicUrl, CONNECT_CLIENT_SECRET: secret } = env;
  if (env.CONNECT_CLIENT_ID === undefined || publicUrl === undefined) return null;
  if (!URL.canParse(publicUrl)) {
    problems.push('PUBLIC_URL must be an address without path, such as https://connect.example.com.');
    return null;
  }
  const clientId = guid(env, 'CONNECT_CLIENT_ID', problems);
  return { clientId, publicUrl: new URL(publicUrl).origin, secret: secret ? new Secret(secret) : null };
}

// The value is not repeated: it may be a secret that was put in the wrong place.
function guid(
  env: Environment,
  name: 'CHECK_DIRECTORY_ID' | 'CHECK_APPLICATION_ID' | 'CONNECT_CLIENT_ID',
  problems: string[],
): string {
  const text = env[name] ?? '';
  if (!isGuid(text)) problems.push(`${name} must be a GUID such as 11111111-2222-3333-4444-555555555555.`);
  return text.toLowerCase();
}
