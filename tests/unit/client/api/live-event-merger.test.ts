import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { createLiveEventMerger } from '../../../../src/client/api/live-event-merger.ts';

describe('live events of mailboxes', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  const watched = () => {
    const client = new QueryClient();
    const asked = jest.spyOn(client, 'invalidateQueries');
    return { asked, merger: createLiveEventMerger(client) };
  };
  const changed = (mailboxId: string) => ({ type: 'mailbox-changed', mailboxId }) as const;

  test('of one moment make the pages ask once', () => {
    const { asked, merger } = watched();
    for (let step = 0; step < 10; step += 1) {
      merger.apply(changed(`m${step}`));
      jest.advanceTimersByTime(29);
    }
    expect(asked).not.toHaveBeenCalled();
    jest.advanceTimersByTime(10);
    expect(asked.mock.calls).toEqual([[{ queryKey: ['mailboxes'] }]]);
    jest.advanceTimersByTime(1_000);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test('that never rest are not put off for ever', () => {
    const { asked, merger } = watched();
    for (let step = 0; step < 20; step += 1) {
      merger.apply(changed('m1'));
      jest.advanceTimersByTime(100);
    }
    expect(asked.mock.calls.length).toBeGreaterThanOrEqual(5);
  });

  test('do not wait with others, and end with the page', () => {
    const { asked, merger } = watched();
    merger.apply(changed('m1'));
    merger.apply({ type: 'entity-changed', entityId: 'e1' });
    expect(asked.mock.calls).toEqual([[{ queryKey: ['entities'] }]]);
    merger.stop();
    jest.advanceTimersByTime(1_000);
    expect(asked).toHaveBeenCalledTimes(1);
  });
});
