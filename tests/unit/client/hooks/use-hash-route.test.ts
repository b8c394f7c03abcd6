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

  test('of any other shape leads to the overview, and an unknown part to the connection', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['overview', 'entity']).toContain(parseRoute(text).page);
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
