import type { MailboxTest, MailboxTestStep } from '../../../shared/api/mailbox-tests.ts';
import { mailboxTestSteps } from '../../../shared/domain/mailbox.ts';
import { overallStatus } from '../../../shared/domain/status.ts';

export function openSteps(): MailboxTestStep[] {
  return mailboxTestSteps.map((name) => ({
    name,
    status: 'running',
    verdict: null,
    evidence: null,
    durationMs: null,
    finishedAt: null,
  }));
}

/** The test with something of one step changed; the whole takes the worst status of its steps. */
export function withStep(
  test: MailboxTest,
  name: MailboxTestStep['name'],
  change: Partial<Omit<MailboxTestStep, 'name'>>,
): MailboxTest {
  const steps = test.steps.map((step) => (step.name === name ? { ...step, ...change } : step));
  return { ...test, steps, status: overallStatus(steps.map(({ status }) => status)) };
}

/** Without a token nobody can be asked: what has not been answered is skipped, never guessed. */
export function skipOpenSteps(test: MailboxTest, at: string): MailboxTest {
  return test.steps
    .filter(({ status }) => status === 'running')
    .reduce((sofar, { name }) => withStep(sofar, name, { status: 'skipped', finishedAt: at }), test);
}

/** A kept test as it reads today: a user that was changed since then has not been tested. */
export function forAccount(
  test: MailboxTest,
  account: { address: string; popUser: string | null; smtpUser: string | null },
): MailboxTest {
  const users = { pop3: account.popUser ?? account.address, smtp: account.smtpUser };
  return (['pop3', 'smtp'] as const).reduce((sofar, name) => {
    const tested = sofar.steps.find((step) => step.name === name)?.evidence?.user;
    const today = users[name];
    if (tested === undefined || today === null || tested === today) return sofar;
    return withStep(sofar, name, { status: 'unknown', verdict: null, evidence: null });
  }, test);
}
