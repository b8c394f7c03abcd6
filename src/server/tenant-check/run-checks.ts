import { judge, type Check } from './check.ts';
import { NotChecked, type CheckResult, type Sight } from './outcome.ts';
import { appTokenChecks } from './checks/app-token-checks.ts';
import { graphProbeChecks } from './checks/graph-probe-checks.ts';
import { graphRefusalChecks } from './checks/graph-refusal-checks.ts';
import { mailHostChecks } from './checks/mail-host-checks.ts';
import { metadataChecks } from './checks/metadata-checks.ts';
import { signInPageChecks } from './checks/sign-in-page-checks.ts';
import { tabApplicationChecks } from './checks/tab-application-checks.ts';
import { tokenRefusalChecks } from './checks/token-refusal-checks.ts';
import { conceal } from './conceal.ts';
import type { Subject } from './subject.ts';
import { TenantUnderCheck } from './tenant-under-check.ts';

/** Every check, in the order of a report. */
export const allChecks: readonly Check[] = [
  ...metadataChecks,
  ...appTokenChecks,
  ...tokenRefusalChecks,
  ...graphProbeChecks,
  ...graphRefusalChecks,
  ...signInPageChecks,
  ...tabApplicationChecks,
  ...mailHostChecks,
];

export interface RunOptions {
  /** Milliseconds until one answer must be complete. */
  answerWithinMs?: number;
  /** Milliseconds after which no further check is begun. */
  allWithinMs?: number;
  now?: () => number;
}

/**
 * Asks one question after the other: in parallel they would throttle one another, and an unreachable host would be
 * no clearer. Never throws for what the other side does.
 */
export async function runChecks(subject: Subject, options: RunOptions = {}): Promise<CheckResult[]> {
  const { answerWithinMs = 15_000, allWithinMs = 180_000, now = Date.now } = options;
  const tenant = new TenantUnderCheck(subject, answerWithinMs, now);
  const begun = performance.now();
  const results: CheckResult[] = [];
  for (const check of allChecks) {
    const late = performance.now() - begun > allWithinMs;
    const sight = late ? new NotChecked('the time for the whole run was over') : await look(check, tenant);
    results.push(judge(check, sight));
  }
  return results.map((result) => conceal(result, tenant.secrets));
}

async function look(check: Check, tenant: TenantUnderCheck): Promise<Sight | NotChecked> {
  try {
    return await check.look(tenant);
  } catch (error) {
    if (error instanceof NotChecked) return error;
    // A mistake of a check must not cost the other answers. Its message may quote what it stumbled over.
    return new NotChecked(`the check itself failed (${error instanceof Error ? error.name : 'no error'})`);
  }
}
