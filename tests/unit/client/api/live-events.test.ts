import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { followLiveEvents, pauseBeforeTry } from '../../../../src/client/api/live-events.ts';
import type { LiveEvent } from '../../../../src/shared/api/events.ts';

function streamOf(...pieces: string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });
}

describe('live events', () => {
  test('are followed again after the stream has ended', async () => {
    jest.useFakeTimers();
    const leaving = new AbortController();
    const seen: LiveEvent[] = [];
    let opened = 0;
    const following = followLiveEvents({
      open: () => {
        opened += 1;
        if (opened === 2) return Promise.reject(new Error('server is being restarted'));
        return Promise.resolve(
          streamOf(`data: {"type":"entity-changed","entityId":"e${opened}"}\n\n`, 'data: {"type":"new"}\n\n'),
        );
      },
      onEvent: (event) => seen.push(event),
      onOpen: () => undefined,
      onLost: () => {
        if (opened === 3) leaving.abort();
      },
      signal: leaving.signal,
    });
    await jest.advanceTimersByTimeAsync(120_000);
    await following;
    jest.useRealTimers();
    // The event of a kind that this page does not know is passed over.
    expect(seen).toEqual([
      { type: 'entity-changed', entityId: 'e1' },
      { type: 'entity-changed', entityId: 'e3' },
    ]);
  });

  test('are asked for more and more seldom, at least every half minute', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.double({ min: 0, max: 1, noNaN: true }), (tries, random) => {
        const pause = pauseBeforeTry(tries, random);
        expect(pause).toBeGreaterThanOrEqual(500);
        expect(pause).toBeLessThanOrEqual(30_000);
        expect(pauseBeforeTry(tries + 1, random)).toBeGreaterThanOrEqual(pause);
      }),
    );
  });
});
