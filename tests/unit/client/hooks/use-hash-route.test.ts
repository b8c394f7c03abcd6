import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { entityParts, hashOf, parseRoute } from '../../../../src/client/hooks/use-hash-route.ts';

describe('an address in the tab', () => {
  test('leads back to the page that it was made for', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.constantFrom(...entityParts), (entityId, part) => {
        const route = { page: 'entity', entityId, part } as const;
        expect(parseRoute(hashOf(route))).toEqual(route);
      }),
    );
  });

  test('of a mailbox, or a list of them, leads back there', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (mailboxId) => {
        fc.pre(mailboxId !== 'firm');
        const route = { page: 'mailbox', mailboxId } as const;
        expect(parseRoute(hashOf(route))).toEqual(route);
      }),
    );
    for (const list of ['own', 'firm'] as const) {
      const route = { page: 'mailboxes', of: list } as const;
      expect(parseRoute(hashOf(route))).toEqual(route);
    }
    expect(parseRoute('mailboxes')).toEqual({ page: 'mailboxes', of: 'own' });
    expect(parseRoute('#/mailboxes/')).toEqual({ page: 'mailboxes', of: 'own' });
  });

  test('of the page that explains errors leads there', () => {
    expect(parseRoute(hashOf({ page: 'explain' }))).toEqual({ page: 'explain' });
    expect(parseRoute('explain')).toEqual({ page: 'explain' });
  });

  test('of any other shape leads to the overview, and an unknown part to the connection', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['overview', 'entity', 'mailbox', 'mailboxes']).toContain(parseRoute(text).page);
      }),
    );
    expect(parseRoute('#/entities/')).toEqual({ page: 'overview' });
    expect(parseRoute('entities/e1/secrets')).toEqual({ page: 'entity', entityId: 'e1', part: 'connection' });
    expect(parseRoute('#/entities/%E0%A4%A/history')).toEqual({
      page: 'entity',
      entityId: '%E0%A4%A',
      part: 'history',
    });
  });
});
