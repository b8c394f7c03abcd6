import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  inOrder,
  mailboxDots,
  mailboxState,
  nextAction,
  statusOfState,
} from '../../../../src/client/features/mailboxes/mailbox-state.ts';
import type { Mailbox } from '../../../../src/shared/api/mailboxes.ts';
import { signInStatuses } from '../../../../src/shared/domain/mailbox.ts';
import { stepStatuses } from '../../../../src/shared/domain/status.ts';
import { buildVerdict } from '../../../support/fake-api.ts';
import {
  buildMailbox,
  buildMailboxStep,
  buildMailboxTest,
  buildNewMailbox,
  retrievalOff,
} from '../../../support/fake-mailboxes.ts';

const now = Date.now();
const day = 86_400_000;
const signedIn = (status: Mailbox['signIn']['status'], changes: Partial<Mailbox> = {}): Mailbox => {
  const mailbox = buildMailbox(changes);
  return { ...mailbox, signIn: { ...mailbox.signIn, status } };
};

describe('the dots of a mailbox', () => {
  test('are green where the last test proved it, and the retrieval is not used where it is off', () => {
    expect(mailboxDots(buildMailbox(), now)).toEqual({
      'sign-in': 'ok',
      pop3: 'ok',
      smtp: 'ok',
      retrieval: 'not-used',
    });
  });

  test('are out of date a day later', () => {
    expect(mailboxDots(buildMailbox(), now + day)).toMatchObject({ pop3: 'stale', smtp: 'stale' });
  });

  test('prove nothing once the sign-in has ended', () => {
    expect(mailboxDots(signedIn('needs-sign-in'), now)).toMatchObject({
      'sign-in': 'failed',
      pop3: 'unknown',
      smtp: 'unknown',
    });
  });

  test('of a test that died with its server do not turn for ever', () => {
    const latestTest = buildMailboxTest(buildMailboxStep('smtp', 'running'));
    expect(mailboxDots(buildMailbox({ latestTest }), now).smtp).toBe('running');
    expect(mailboxDots(buildMailbox({ latestTest }), now + 10 * 60_000).smtp).toBe('stale');
  });

  test('of the retrieval: failed with a reason or when silent, green after a success of today', () => {
    const dot = (changes: Partial<Mailbox['retrieval']>) =>
      mailboxDots(buildMailbox({ retrieval: { ...retrievalOff, on: true, ...changes } }), now).retrieval;
    expect(dot({})).toBe('unknown');
    expect(dot({ lastSuccessAt: new Date(now).toISOString() })).toBe('ok');
    expect(dot({ lastSuccessAt: new Date(now - 2 * day).toISOString() })).toBe('stale');
    expect(dot({ lastSuccessAt: new Date(now).toISOString(), silent: true })).toBe('failed');
    expect(dot({ lastSuccessAt: new Date(now).toISOString(), verdict: buildVerdict() })).toBe('failed');
    expect(dot({ running: true })).toBe('running');
  });

  test('are green all together only with a sign-in, and never for what was not tested', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...signInStatuses),
        fc.constantFrom(...stepStatuses),
        fc.constantFrom(...stepStatuses),
        (status, pop3, smtp) => {
          const latestTest = buildMailboxTest(buildMailboxStep('pop3', pop3), buildMailboxStep('smtp', smtp));
          const state = mailboxState(signedIn(status, { latestTest }), now);
          if (statusOfState(state) === 'ok') {
            expect(status).toBe('ok');
            expect([pop3, smtp].every((step) => step === 'ok' || step === 'not-used')).toBe(true);
          }
        },
      ),
    );
    expect(statusOfState(mailboxState(buildMailbox({ latestTest: null }), now))).toBe('unknown');
  });
});

test('a retrieval that succeeded before the sign-in ended is not green', () => {
  const retrieval = { ...retrievalOff, on: true, lastSuccessAt: new Date(now).toISOString() };
  expect(mailboxDots(signedIn('ok', { retrieval }), now).retrieval).toBe('ok');
  expect(mailboxDots(signedIn('needs-sign-in', { retrieval }), now).retrieval).toBe('unknown');
});

test('a mailbox that the schedule has not come to yet waits for its first retrieval: not green, and nothing to do', () => {
  const state = mailboxState(buildMailbox({ retrieval: { ...retrievalOff, on: true } }), now);
  expect(state).toEqual({ kind: 'first-retrieval' });
  expect([statusOfState(state), nextAction(state)]).toEqual(['unknown', null]);
});

describe('the next thing to do', () => {
  test.each([
    [buildNewMailbox(), 'sign-in'],
    [signedIn('needs-sign-in'), 'sign-in'],
    [buildMailbox({ latestTest: null }), 'test'],
    [buildMailbox(), null],
    [
      buildMailbox({ latestTest: buildMailboxTest(buildMailboxStep('smtp', 'failed', buildVerdict())) }),
      'open',
    ],
  ])('%#: follows from the state', (mailbox, action) => {
    expect(nextAction(mailboxState(mailbox, now))).toBe(action);
  });

  test('what waits for the person comes first in the list', () => {
    const order = inOrder(
      [
        buildMailbox({ id: 'ready', address: 'a@muster.example' }),
        buildNewMailbox({ id: 'new', address: 'z@muster.example' }),
        buildNewMailbox({
          id: 'asked',
          address: 'y@muster.example',
          pending: {
            id: 'p',
            why: 'other-person',
            signedInAs: null,
            startedBy: null,
            givenTo: null,
            expiresAt: new Date(now + day).toISOString(),
            forMe: true,
          },
        }),
      ],
      now,
    );
    expect(order.map(({ id }) => id)).toEqual(['asked', 'new', 'ready']);
  });
});
