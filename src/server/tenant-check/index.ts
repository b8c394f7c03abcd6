export type { CheckResult, Outcome } from './outcome.ts';
export { exitCode, humanReport, jsonReport } from './report.ts';
export { allChecks, runChecks, type RunOptions } from './run-checks.ts';
export { readSubject, type Subject } from './subject.ts';
