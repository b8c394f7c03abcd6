import { readFileSync } from 'node:fs';
import type { Verdict } from '../../src/shared/api/verdict.ts';
import type { Evidence } from '../../src/server/diagnosis/index.ts';

export interface DiagnosisFixture {
  name: string;
  evidence: Evidence;
  expected: Pick<Verdict, 'cause' | 'alternatives' | 'whoCanFix' | 'retry' | 'tokenLost'>;
}

/** Composed replies with the verdict that each must get. */
export function diagnosisFixtures(name: 'entra' | 'graph' | 'exchange'): DiagnosisFixture[] {
  const file = new URL(`../fixtures/diagnosis/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as DiagnosisFixture[];
}

/** The judged part of a verdict, to be compared with a fixture. */
export function judgedPart({ cause, alternatives, whoCanFix, retry, tokenLost }: Verdict) {
  return { cause, alternatives, whoCanFix, retry, tokenLost };
}
