import { missingRights, type ConsentStatus } from './consent.ts';
import { isGuid } from './guid.ts';
import type { Module } from './modules.ts';
import { shownStatus, type StepStatus } from './status.ts';

/** The steps of the guided set-up, in their order. */
export const setupSteps = [
  'roles',
  'registration',
  'secret',
  'values',
  'permissions',
  'consent',
  'smtp',
  'test',
  'hand-over',
  'summary',
] as const;
export type SetupStep = (typeof setupSteps)[number];

/** What a person says is done, where nothing can be seen from here (yet). */
export const setupMarks = [
  'roles',
  'registration',
  'redirect-uris',
  'secret',
  'permissions',
  'smtp',
  'hand-over',
] as const;
export type SetupMark = (typeof setupMarks)[number];

/** `done` was seen by the product, `ticked` was said by a person; nothing ticked is ever shown as checked. */
export type SetupState = 'done' | 'ticked' | 'running' | 'unknown' | 'problem' | 'to-do';

/** What the states follow from; an entity of the API has all of it. */
export interface SetupFacts {
  modules: readonly Module[];
  registration: object | null;
  draft: { applicationId: string; directoryId: string; hasSecret: boolean } | null;
  setupMarks: readonly { mark: SetupMark }[];
  latestTest: SetupTest | null;
  consent: { status: ConsentStatus; answeredAt: string | null } | null;
  serviceKeys: { active: number; lastUsedAt: string | null };
}

interface SetupTest {
  status: StepStatus;
  finishedAt: string | null;
  steps: readonly {
    name: string;
    status: StepStatus;
    evidence: { rights?: readonly string[] | undefined } | null;
  }[];
}

/** State of each step of the set-up; `now` in milliseconds since 1970. */
export function setupStates(facts: SetupFacts, now: number): Record<SetupStep, SetupState> {
  const consent = consentState(facts, now);
  const states = {
    registration: registrationState(facts),
    secret: secretState(facts),
    values: valuesState(facts),
    permissions: permissionsState(facts, now),
    consent,
    smtp: tickedOr(facts, 'smtp', 'to-do'),
    test: testState(facts.latestTest, consent, now),
    'hand-over': handOverState(facts),
  };
  const begun = Object.values(states).some((state) => state !== 'to-do');
  const roles: SetupState = begun ? 'ticked' : tickedOr(facts, 'roles', 'to-do');
  const complete = Object.values(states).every(isBehind);
  return { roles, ...states, summary: complete ? 'done' : 'to-do' };
}

/** The first step that is not behind the person; the summary when all are. */
export function nextSetupStep(states: Record<SetupStep, SetupState>): SetupStep {
  return setupSteps.find((step) => !isBehind(states[step])) ?? 'summary';
}

/** Rights in the app's last token, while that is fresh; null when nothing tells. */
export function grantedRights(test: SetupTest | null, now: number): readonly string[] | null {
  if (test === null || test.finishedAt === null) return null;
  const token = test.steps.find(({ name }) => name === 'app-token');
  if (token === undefined || shownStatus(token.status, Date.parse(test.finishedAt), now) !== 'ok')
    return null;
  return token.evidence?.rights ?? null;
}

export function isMarked({ setupMarks: marks }: Pick<SetupFacts, 'setupMarks'>, mark: SetupMark): boolean {
  return marks.some((each) => each.mark === mark);
}

function isBehind(state: SetupState): boolean {
  return state === 'done' || state === 'ticked';
}

function tickedOr(facts: SetupFacts, mark: SetupMark, otherwise: SetupState): SetupState {
  return isMarked(facts, mark) ? 'ticked' : otherwise;
}

/** Microsoft's answer to our address shows that the registration lists it; before that somebody has to say so. */
function registrationState(facts: SetupFacts): SetupState {
  if (facts.registration !== null && (facts.consent?.answeredAt ?? null) !== null) return 'done';
  if (facts.registration !== null) return tickedOr(facts, 'redirect-uris', 'to-do');
  const { applicationId = '', directoryId = '' } = facts.draft ?? {};
  return isGuid(applicationId) && isGuid(directoryId) ? 'ticked' : tickedOr(facts, 'registration', 'to-do');
}

function secretState(facts: SetupFacts): SetupState {
  if (facts.registration !== null) return valuesState(facts);
  return facts.draft?.hasSecret === true ? 'ticked' : tickedOr(facts, 'secret', 'to-do');
}

/** A stored registration was accepted once; whether it still is, the last test tells. */
function valuesState({ registration, latestTest }: SetupFacts): SetupState {
  if (registration === null) return 'to-do';
  const token = latestTest?.steps.find(({ name }) => name === 'app-token');
  return token?.status === 'failed' ? 'problem' : 'done';
}

/** The token shows the application rights alone: whether the delegated ones are listed too, a person has to say. */
function permissionsState(facts: SetupFacts, now: number): SetupState {
  const missing = missingRights(facts.modules, grantedRights(facts.latestTest, now));
  return tickedOr(facts, 'permissions', missing?.length === 0 ? 'unknown' : 'to-do');
}

function consentState(facts: SetupFacts, now: number): SetupState {
  const { registration, latestTest, consent, modules } = facts;
  if (registration === null) return 'to-do';
  const granted = grantedRights(latestTest, now);
  const missing = missingRights(modules, granted);
  if (missing?.length === 0) return 'done';
  if (consent?.status === 'waiting' || consent?.status === 'looking') return 'running';
  if (consent?.status === 'refused' || consent?.status === 'wrong-directory') return 'problem';
  if (missing === null) return latestTest === null ? 'to-do' : 'unknown';
  return granted?.length === 0 ? 'to-do' : 'problem';
}

/** Red modules are no problem of this step as long as nobody has consented. */
function testState(test: SetupTest | null, consent: SetupState, now: number): SetupState {
  if (test === null) return 'to-do';
  if (test.finishedAt === null) return 'running';
  const shown = shownStatus(test.status, Date.parse(test.finishedAt), now);
  if (shown === 'ok') return 'done';
  if (shown === 'failed') return consent === 'to-do' || consent === 'running' ? 'to-do' : 'problem';
  return shown === 'running' ? 'running' : 'unknown';
}

function handOverState(facts: SetupFacts): SetupState {
  const { active, lastUsedAt } = facts.serviceKeys;
  if (active > 0 && lastUsedAt !== null) return 'done';
  // A key that nobody has used yet may not have reached LEGAL 365.
  return tickedOr(facts, 'hand-over', active > 0 ? 'unknown' : 'to-do');
}
