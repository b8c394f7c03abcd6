import type { CheckResult, Outcome } from './outcome.ts';
import type { Subject } from './subject.ts';

const headings: readonly (readonly [Outcome, string])[] = [
  ['as-assumed', 'As assumed'],
  ['not-checked', 'Not checked'],
  ['differs', 'Differs'],
];

/** For people: differences last, where the eye is when the command ends. */
export function humanReport(subject: Subject, results: readonly CheckResult[]): string {
  const { cloud, directoryId, applicationId } = subject;
  const idWidth = Math.max(0, ...results.map(({ id }) => id.length));
  const lines = [`Cloud ${cloud.name}, directory ${directoryId}, application ${applicationId}`];
  for (const [outcome, heading] of headings) {
    const found = results.filter((result) => result.outcome === outcome);
    if (found.length > 0)
      lines.push('', `${heading} (${found.length})`, ...found.flatMap((result) => linesOf(result, idWidth)));
  }
  return `${[...lines, '', summary(results)].join('\n')}\n`;
}

function linesOf(result: CheckResult, idWidth: number): string[] {
  const { id, assumption, expected, seen, said, outcome } = result;
  if (outcome === 'as-assumed') return [`  ${id.padEnd(idWidth)}  ${assumption}`];
  if (outcome === 'not-checked') return [`  ${id.padEnd(idWidth)}  ${seen}`];
  const answer = said === undefined ? [] : [`      answer:   ${said}`];
  return [
    `  ${id}`,
    `      ${assumption}`,
    `      expected: ${expected}`,
    `      seen:     ${seen}`,
    ...answer,
  ];
}

function summary(results: readonly CheckResult[]): string {
  const count = countOf(results);
  return `${count['as-assumed']} as assumed, ${count.differs} different, ${count['not-checked']} not checked.`;
}

function countOf(results: readonly CheckResult[]): Record<Outcome, number> {
  const of = (wanted: Outcome) => results.filter(({ outcome }) => outcome === wanted).length;
  return { 'as-assumed': of('as-assumed'), differs: of('differs'), 'not-checked': of('not-checked') };
}

/** For machines: `{cloud, directoryId, applicationId, checkedAt, count, results}`. */
export function jsonReport(subject: Subject, results: readonly CheckResult[], now: number): string {
  const { cloud, directoryId, applicationId } = subject;
  const about = { cloud: cloud.name, directoryId, applicationId, checkedAt: new Date(now).toISOString() };
  return `${JSON.stringify({ ...about, count: countOf(results), results }, null, 2)}\n`;
}

/** 0: no difference. 1: differences. 2: the registration got no token, so that most could not be asked. */
export function exitCode(results: readonly CheckResult[]): 0 | 1 | 2 {
  if (results.some(({ outcome }) => outcome === 'differs')) return 1;
  return results.some(({ id, outcome }) => id === 'app-token' && outcome === 'as-assumed') ? 0 : 2;
}
