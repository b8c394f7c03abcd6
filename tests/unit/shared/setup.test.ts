import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  nextSetupStep,
  setupMarks,
  setupStates,
  setupSteps,
  type SetupFacts,
} from '../../../src/shared/domain/setup.ts';
import { requiredRights } from '../../../src/shared/domain/consent.ts';
import type { Module } from '../../../src/shared/domain/modules.ts';
import { stepStatuses, type StepStatus } from '../../../src/shared/domain/status.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const usual: Module[] = ['calendar', 'contacts', 'to-do', 'mail', 'mail-sending'];
const allRights = requiredRights(usual);

const nothing: SetupFacts = {
  modules: usual,
  registration: null,
  draft: null,
  setupMarks: [],
  latestTest: null,
  consent: null,
  serviceKeys: { active: 0, lastUsedAt: null },
};

function tested(status: StepStatus, rights: readonly string[], ageHours = 0): SetupFacts['latestTest'] {
  const finishedAt = status === 'running' ? null : new Date(now - ageHours * 3_600_000).toISOString();
  return { status, finishedAt, steps: [{ name: 'app-token', status: 'ok', evidence: { rights } }] };
}

describe('the steps of the set-up', () => {
  test('begin with who you are, and nothing is done', () => {
    const states = setupStates(nothing, now);
    expect(new Set(Object.values(states))).toEqual(new Set(['to-do']));
    expect(nextSetupStep(states)).toBe('roles');
  });

  test('show what is typed as said, not as seen', () => {
    const id = 'aaaaaaaa-1111-4222-8333-444444444444';
    const draft = { applicationId: id, directoryId: id.replaceAll('a', 'b'), hasSecret: true };
    const states = setupStates({ ...nothing, draft }, now);
    expect(states).toMatchObject({
      roles: 'ticked',
      registration: 'ticked',
      secret: 'ticked',
      values: 'to-do',
    });
    expect(nextSetupStep(states)).toBe('values');
  });

  test('lead from stored values to permissions and consent when no right is granted', () => {
    const stored = { ...nothing, registration: {}, latestTest: tested('failed', []) };
    const states = setupStates(stored, now);
    expect(states).toMatchObject({ values: 'done', permissions: 'to-do', consent: 'to-do', test: 'to-do' });
    const entered = { ...stored, setupMarks: [{ mark: 'redirect-uris' as const }] };
    expect(nextSetupStep(setupStates(entered, now))).toBe('permissions');
  });

  test('take a consent that lacks rights for a problem, and a complete one for done', () => {
    const some = { ...nothing, registration: {}, latestTest: tested('failed', ['Mail.Send']) };
    expect(setupStates(some, now).consent).toBe('problem');
    const all = { ...some, latestTest: tested('ok', allRights) };
    expect(setupStates(all, now)).toMatchObject({
      permissions: 'unknown',
      consent: 'done',
      test: 'done',
    });
  });

  test('do not believe a test of the day before yesterday', () => {
    const stored = { ...nothing, registration: {}, latestTest: tested('ok', allRights, 48) };
    expect(setupStates(stored, now)).toMatchObject({ consent: 'unknown', test: 'unknown' });
  });

  test('show the search for a grant as running, and a refusal as a problem', () => {
    const stored = { ...nothing, registration: {}, latestTest: tested('failed', []) };
    expect(setupStates({ ...stored, consent: { status: 'looking', answeredAt: null } }, now).consent).toBe(
      'running',
    );
    expect(setupStates({ ...stored, consent: { status: 'refused', answeredAt: null } }, now).consent).toBe(
      'problem',
    );
  });

  test('do not take a service key for handed over before its first use', () => {
    const withKey = { ...nothing, serviceKeys: { active: 1, lastUsedAt: null } };
    expect(setupStates(withKey, now)['hand-over']).toBe('unknown');
    const used = { ...nothing, serviceKeys: { active: 1, lastUsedAt: '2026-11-22T11:00:00Z' } };
    expect(setupStates(used, now)['hand-over']).toBe('done');
  });

  test('ask for the redirect URIs of a stored registration, until somebody says so or an answer has come', () => {
    const stored = { ...nothing, registration: {}, latestTest: tested('failed', []) };
    expect(nextSetupStep(setupStates(stored, now))).toBe('registration');
    const said = { ...stored, setupMarks: [{ mark: 'redirect-uris' as const }] };
    expect(setupStates(said, now).registration).toBe('ticked');
    const answered = {
      ...stored,
      consent: { status: 'granted' as const, answeredAt: '2026-11-22T11:00:00Z' },
    };
    expect(setupStates(answered, now).registration).toBe('done');
  });

  test('never call anything done because somebody said so', () => {
    const marks = fc.subarray([...setupMarks]);
    fc.assert(
      fc.property(marks, (marked) => {
        const facts = { ...nothing, setupMarks: marked.map((mark) => ({ mark })) };
        const states = setupStates(facts, now);
        expect(setupSteps.filter((step) => states[step] === 'done')).toEqual([]);
      }),
    );
  });

  test('are complete only with a fresh green test and all rights in its token', () => {
    const facts = fc.record({
      status: fc.constantFrom(...stepStatuses),
      rights: fc.subarray(allRights),
      age: fc.integer({ min: 0, max: 72 }),
      marks: fc.subarray([...setupMarks]),
    });
    fc.assert(
      fc.property(facts, ({ status, rights, age, marks }) => {
        const states = setupStates(
          {
            ...nothing,
            registration: {},
            latestTest: tested(status, rights, age),
            setupMarks: marks.map((mark) => ({ mark })),
          },
          now,
        );
        if (states.summary !== 'done') return;
        expect({ status, missing: allRights.filter((right) => !rights.includes(right)) }).toEqual({
          status: 'ok',
          missing: [],
        });
        expect(age).toBeLessThanOrEqual(24);
      }),
    );
  });
});
