import * as z from 'zod/mini';
import { liveEvent, type LiveEvent } from '../../shared/api/events.ts';
import { emptySse, readSse } from './sse-parser.ts';

const shortestPauseMs = 1_000;
const longestPauseMs = 30_000;
/** The server writes at least every 25 s: silence beyond this means that the connection died without a word. */
const longestSilenceMs = 80_000;

/** Pause before the n-th try in a row (from 0): doubled each time, half of it left to chance so that pages do not come back all at once. */
export function pauseBeforeTry(tries: number, random: number): number {
  const pause = Math.min(longestPauseMs, shortestPauseMs * 2 ** Math.min(tries, 10));
  return Math.round(pause * (0.5 + random / 2));
}

export interface LiveEventsOptions {
  open: (signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>;
  onEvent: (event: LiveEvent) => void;
  /** The stream is there (again): what happened before it opened has to be asked for. */
  onOpen: () => void;
  onLost: () => void;
  signal: AbortSignal;
}

/** Follows the live events until `signal` ends it, and comes back after every loss. Never throws. */
export async function followLiveEvents({
  open,
  onEvent,
  onOpen,
  onLost,
  signal,
}: LiveEventsOptions): Promise<void> {
  const left = () => signal.aborted;
  let tries = 0;
  while (!left()) {
    try {
      const stream = await open(signal);
      tries = 0;
      onOpen();
      await readEvents(stream, onEvent);
    } catch {
      // Whatever ended the stream, the answer is the same: wait, then open it again.
    }
    if (left()) return;
    onLost();
    await pause(pauseBeforeTry(tries, Math.random()), signal);
    tries += 1;
  }
}

async function readEvents(
  stream: ReadableStream<Uint8Array>,
  onEvent: (event: LiveEvent) => void,
): Promise<void> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let state = emptySse;
  for (;;) {
    const silence = setTimeout(() => void reader.cancel(), longestSilenceMs);
    const { done, value } = await reader.read().finally(() => clearTimeout(silence));
    if (done) return;
    const read = readSse(state, decoder.decode(value, { stream: true }));
    state = read.state;
    for (const data of read.data) {
      const event = z.safeParse(liveEvent, parsedJson(data));
      // An event that a newer server sends and this page does not know is none of its business.
      if (event.success) onEvent(event.data);
    }
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
