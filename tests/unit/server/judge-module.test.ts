import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  answeredOutsideToken,
  judgeModule,
  judgeWriting,
  type ModuleEvidence,
} from '../../../src/server/features/connection-test/judge-module.ts';
import type { ItemAnswer } from '../../../src/server/protocols/graph/index.ts';
import { moduleRights, modules } from '../../../src/shared/domain/modules.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const dayMs = 24 * 3600 * 1000;
const answered: ItemAnswer = { status: 200, body: {} };
const denied: ItemAnswer = {
  refusal: { httpStatus: 403, raw: '{"error":{"code":"ErrorAccessDenied","message":"Access is denied."}}' },
};

function buildEvidence(change: Partial<ModuleEvidence> = {}): ModuleEvidence {
  return {
    module: 'calendar',
    mailbox: 'anna@muster.example',
    rights: ['Calendars.ReadWrite'],
    probe: answered,
    accessOutsideToken: false,
    writeProvenAt: null,
    ...change,
  };
}

const dot = (change: Partial<ModuleEvidence>) => {
  const { status, verdict } = judgeModule(buildEvidence(change), now);
  return verdict ? `${status} ${verdict.cause}` : status;
};

describe('a module is green', () => {
  test('when the probe answered and the right is in the token', () => {
    expect(dot({})).toBe('ok');
  });
  test('when the probe answered and writing was proven with these rights within 30 days', () => {
    expect(dot({ rights: [], writeProvenAt: now - 29 * dayMs })).toBe('ok');
    expect(dot({ rights: [], writeProvenAt: now - 31 * dayMs })).toBe('unknown permission-missing');
  });
  test('for the directory, when the probe answered', () => {
    expect(dot({ module: 'directory', rights: [] })).toBe('ok');
  });
  test('for mail sending, when the right is in the token', () => {
    expect(dot({ module: 'mail-sending', rights: ['Mail.Send'], probe: undefined })).toBe('ok');
  });
});

describe('a module is red', () => {
  test('with "consent missing" when the token has no right at all', () => {
    expect(dot({ rights: [], probe: denied })).toBe('failed consent-missing');
  });
  test('with "permission missing" when the token has others', () => {
    expect(dot({ rights: ['Mail.Send'], probe: denied })).toBe('failed permission-missing');
  });
  test('when only reading is granted, although the probe answered', () => {
    expect(dot({ rights: ['Calendars.Read'] })).toBe('failed permission-missing');
  });
  test('when mail sending was proven once but nothing shows that access to be there today', () => {
    const sending = {
      module: 'mail-sending',
      rights: [],
      probe: undefined,
      writeProvenAt: now - dayMs,
    } as const;
    expect(dot(sending)).toBe('failed consent-missing');
    expect(dot({ ...sending, accessOutsideToken: true })).toBe('ok');
  });
});

describe('a module is grey', () => {
  test.each([429, 500, 502, 503, 504])('when Graph answered %d', (httpStatus) => {
    expect(judgeModule(buildEvidence({ probe: { refusal: { httpStatus, raw: '' } } }), now).status).toBe(
      'unknown',
    );
  });
  test('when no answer came', () => {
    expect(dot({ probe: undefined })).toBe('unknown unknown');
    expect(
      dot({ probe: { refusal: { networkError: { code: 'ETIMEDOUT', message: 'late', host: 'graph' } } } }),
    ).toBe('unknown timeout');
  });
  test('when the probe was wrong itself: a 400 proves nothing', () => {
    const probe = {
      refusal: { httpStatus: 400, raw: '{"error":{"code":"BadRequest","message":"Resource not found"}}' },
    };
    expect(judgeModule(buildEvidence({ probe }), now).status).toBe('unknown');
  });
  test('when the token cannot be read and writing was never proven', () => {
    expect(dot({ rights: null })).toBe('unknown permission-missing');
    expect(dot({ module: 'mail-sending', rights: null, probe: undefined })).toBe(
      'unknown permission-missing',
    );
  });
  test('and names the contradiction when Graph answered without the right', () => {
    const { verdict } = judgeModule(buildEvidence({ rights: [] }), now);
    expect(verdict?.facts.contradiction).toBe('right-missing-but-answered');
  });
});

describe('after a deep test', () => {
  const writing = (judged: Partial<ModuleEvidence>, outcome: Parameters<typeof judgeWriting>[2]) => {
    const given = buildEvidence(judged);
    const { status, verdict } = judgeWriting(judgeModule(given, now), given, outcome);
    return verdict ? `${status} ${verdict.cause}` : status;
  };
  const refused = (httpStatus: number, code: string) =>
    ({
      kind: 'refused',
      refusal: { httpStatus, raw: JSON.stringify({ error: { code, message: '' } }) },
    }) as const;

  test('a refused write turns a green dot red', () => {
    expect(writing({}, refused(507, 'ErrorQuotaExceeded'))).toBe('failed mailbox-full');
  });
  test('a write that was throttled leaves a green dot unproven', () => {
    expect(writing({}, refused(429, 'TooManyRequests'))).toBe('unknown throttled');
  });
  test('a write that was throttled does not make a red dot milder', () => {
    const readOnly = { rights: ['Calendars.Read'] };
    expect(writing(readOnly, refused(429, 'TooManyRequests'))).toBe('failed permission-missing');
  });
  test.each([undefined, { kind: 'proven' }, { kind: 'unproven' }] as const)(
    'the dot stays as reading left it when writing was %j',
    (outcome) => {
      expect(writing({}, outcome)).toBe('ok');
      expect(writing({ rights: [] }, outcome)).toBe('unknown permission-missing');
    },
  );
});

describe('access that the token does not name', () => {
  test('is seen when a mailbox module is answered without its right', () => {
    expect(answeredOutsideToken(new Map([['mail', answered]]), ['Calendars.Read'])).toBe(true);
  });
  test.each<[string, Parameters<typeof answeredOutsideToken>]>([
    ['the right is there', [new Map([['mail', answered]]), ['Mail.ReadWrite']]],
    ['the module was refused', [new Map([['mail', denied]]), []]],
    ['no answer came', [new Map([['mail', undefined]]), []]],
    ['only the directory answered, which is no mailbox', [new Map([['directory', answered]]), []]],
    ['the token cannot be read', [new Map([['mail', answered]]), null]],
  ])('is not concluded when %s', (_why, given) => {
    expect(answeredOutsideToken(...given)).toBe(false);
  });
});

describe('whatever the evidence', () => {
  const probe = fc.option(
    fc.oneof(
      fc.record({ status: fc.integer({ min: 200, max: 299 }), body: fc.anything() }),
      fc.record({
        refusal: fc.record(
          { httpStatus: fc.integer({ min: 300, max: 599 }), raw: fc.string() },
          { requiredKeys: [] },
        ),
      }),
    ),
    { nil: undefined },
  );
  const everyRight = modules.flatMap((module) => {
    const { right, readOnly, alsoGrantedBy } = moduleRights[module];
    return [right, ...readOnly, ...alsoGrantedBy];
  });
  const evidence = fc.record({
    module: fc.constantFrom(...modules),
    mailbox: fc.constant('anna@muster.example'),
    rights: fc.option(fc.subarray(everyRight)),
    probe,
    accessOutsideToken: fc.boolean(),
    writeProvenAt: fc.option(fc.integer({ min: now - 60 * dayMs, max: now })),
  });

  test('green is never shown without an answer of Graph, but for sending with its right in the token', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const { status } = judgeModule(given, now);
        if (status !== 'ok') return;
        const sending =
          given.module === 'mail-sending' &&
          (given.rights?.includes('Mail.Send') || given.accessOutsideToken);
        const wasAnswered = given.probe !== undefined && 'status' in given.probe;
        expect(sending || wasAnswered).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('every dot that is not green carries a verdict, and none ends a grant', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const { status, verdict } = judgeModule(given, now);
        expect(verdict === null).toBe(status === 'ok');
        expect(verdict?.tokenLost ?? false).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});
