import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../api/ApiContext.tsx';
import { createLiveEventMerger } from '../api/live-event-merger.ts';
import { followLiveEvents } from '../api/live-events.ts';

/** Keeps what the pages show up to date. Answers whether the stream is open; true until it is first lost. */
export function useLiveEvents(enabled: boolean): boolean {
  const api = useApi();
  const client = useQueryClient();
  const [open, setOpen] = useState(true);
  useEffect(() => {
    if (!enabled) return;
    const leaving = new AbortController();
    const merger = createLiveEventMerger(client);
    let lost = false;
    void followLiveEvents({
      open: (signal) => api.events(signal),
      onEvent: (event) => merger.apply(event),
      onOpen: () => {
        setOpen(true);
        // What happened while nobody listened has to be asked for.
        if (lost) void client.invalidateQueries();
      },
      onLost: () => {
        lost = true;
        setOpen(false);
      },
      signal: leaving.signal,
    });
    return () => {
      leaving.abort();
      merger.stop();
    };
  }, [api, client, enabled]);
  return open;
}
