import { SmtpError, type SmtpStage } from './error.ts';
import { openSession } from './open-session.ts';
import type { SmtpOptions } from './options.ts';

export interface SmtpTestOptions extends SmtpOptions {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Called with each step that has succeeded. */
  onStep?: ((step: SmtpTestStep) => void) | undefined;
}

export interface SmtpTestStep {
  stage: SmtpStage;
  /** Since the end of the step before. */
  ms: number;
}

export interface SmtpTestAnswer {
  /** The steps that succeeded: connect, greeting, starttls, auth, up to the error. */
  steps: SmtpTestStep[];
  /** Of the message, as the server announces it (RFC 1870). A mailbox's own limit is often far lower. */
  largestMessage?: number;
  /** Absent when the sign-in succeeded. */
  error?: SmtpError;
}

/**
 * Proves that a mailbox can sign in to send, in eight round trips with TLS 1.3: TCP, greeting, EHLO, STARTTLS, TLS, EHLO,
 * two for AUTH. QUIT is sent and not waited for. Never throws for what the other side does.
 * @throws TypeError for control characters in user or token
 */
export async function testSmtp(options: SmtpTestOptions): Promise<SmtpTestAnswer> {
  const { now, onStep = () => undefined } = options;
  const steps: SmtpTestStep[] = [];
  let stepBegan = now();
  const onStage = (stage: SmtpStage) => {
    const at = now();
    const step = { stage, ms: at - stepBegan };
    stepBegan = at;
    steps.push(step);
    onStep(step);
  };
  try {
    const session = await openSession({ ...options, onStage });
    void session.end();
    const { largestMessage } = session;
    return largestMessage === undefined ? { steps } : { steps, largestMessage };
  } catch (error) {
    if (error instanceof SmtpError) return { steps, error };
    throw error;
  }
}
