import type { Pop3Client, Pop3Security } from './client.ts';
import type { Xoauth2Credentials } from './commands/auth-xoauth2.ts';
import type { Maildrop } from './commands/stat.ts';
import { connectPop3, type Pop3Options } from './connect.ts';
import { Pop3Error, type Pop3Stage } from './error.ts';

export interface Pop3TestOptions extends Pop3Options {
  credentials: Xoauth2Credentials;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Called with each step that has succeeded. */
  onStep?: ((step: Pop3TestStep) => void) | undefined;
}

export interface Pop3TestStep {
  stage: Pop3Stage;
  /** Since the end of the step before. */
  ms: number;
}

export interface Pop3TestReport {
  /** The steps that succeeded: connect, tls, greeting, auth, stat, up to the error. */
  steps: Pop3TestStep[];
  /** See `longestExchangeToken`. */
  accessTokenLength: number;
  greeting?: string;
  security?: Pop3Security;
}

export type Pop3TestAnswer = Pop3TestReport & ({ maildrop: Maildrop } | { error: Pop3Error });

/**
 * Proves a mailbox from the connection to STAT in six round trips with TLS 1.3: TCP, TLS, greeting, two for AUTH, STAT
 * together with QUIT. Never throws for what the other side does.
 * @throws TypeError for control characters in user or token
 */
export async function testPop3(options: Pop3TestOptions): Promise<Pop3TestAnswer> {
  const { credentials, now, onStep = () => undefined } = options;
  const report: Pop3TestReport = { steps: [], accessTokenLength: credentials.accessToken.length };
  let stepBegan = now();
  const reached = (stage: Pop3Stage) => {
    const at = now();
    const step = { stage, ms: at - stepBegan };
    stepBegan = at;
    report.steps.push(step);
    onStep(step);
  };
  let client: Pop3Client | undefined;
  try {
    client = await connectPop3({ ...options, onStage: reached });
    report.greeting = client.greeting;
    report.security = client.security;
    await client.authXoauth2(credentials);
    reached('auth');
    const maildrop = await client.statAndQuit();
    reached('stat');
    return { ...report, maildrop };
  } catch (error) {
    client?.close();
    if (error instanceof Pop3Error) return { ...report, error };
    throw error;
  }
}
