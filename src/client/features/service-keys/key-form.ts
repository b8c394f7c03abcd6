import type { NewServiceKey, ServiceKeyScope } from '../../../shared/api/service-keys.ts';

const longestName = 120;
const longestLifeYears = 2;
const usualLifeYears = 1;

export type KeyFormProblem =
  'nameMissing' | 'nameTooLong' | 'scopesMissing' | 'dateMissing' | 'dateInThePast' | 'dateTooFar';

/** What is wrong with each field of a new key. `today` is an ISO date. */
export function keyFormProblems(
  { name, scopes, expiresOn }: NewServiceKey,
  today: string,
): Partial<Record<keyof NewServiceKey, KeyFormProblem>> {
  return {
    ...whenSome('name', nameProblem(name.trim())),
    ...whenSome('scopes', scopes.length === 0 ? 'scopesMissing' : undefined),
    ...whenSome('expiresOn', dateProblem(expiresOn, today)),
  };
}

/** A year from today: long enough to be no burden, short enough to be looked at again. */
export function usualExpiry(today: string): string {
  return yearsAfter(today, usualLifeYears);
}

export function withScope(scopes: readonly ServiceKeyScope[], scope: ServiceKeyScope, on: boolean) {
  const others = scopes.filter((each) => each !== scope);
  return on ? [...others, scope] : others;
}

function nameProblem(name: string): KeyFormProblem | undefined {
  if (name === '') return 'nameMissing';
  return name.length > longestName ? 'nameTooLong' : undefined;
}

function dateProblem(expiresOn: string, today: string): KeyFormProblem | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(expiresOn)) return 'dateMissing';
  if (expiresOn < today) return 'dateInThePast';
  return expiresOn > yearsAfter(today, longestLifeYears) ? 'dateTooFar' : undefined;
}

/** The same day some years later; 29 February becomes 1 March. */
function yearsAfter(day: string, years: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString().slice(0, 10);
}

function whenSome(field: keyof NewServiceKey, problem: KeyFormProblem | undefined) {
  return problem === undefined ? {} : { [field]: problem };
}
