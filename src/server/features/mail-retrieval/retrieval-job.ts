import type { BookkeepingStore } from './bookkeeping-store.ts';
import type { ContentStore } from './content-store.ts';
import type { Retrievals } from './retrieval-service.ts';
import type { RetrievalStore } from './retrieval-store.ts';

export interface RetrievalJobDependencies {
  retrievals: Retrievals;
  store: RetrievalStore;
  /** Sessions at once in this process. */
  atOnce: number;
  /** Runs something once after some milliseconds; answers what calls it off. */
  after: (ms: number, run: () => Promise<void>) => () => void;
  now: () => number;
  log: { error(fields: object, message: string): void };
}

const lookEveryMs = 15_000;
const drainsWithinMs = 15_000;

/**
 * Retrieves what is due, as many mailboxes at once as wanted, until none is left. Answers how many it saw to. Every worker
 * does this by itself: the rows say who has which mailbox.
 */
export async function retrieveDue(given: RetrievalJobDependencies): Promise<number> {
  const { retrievals, store, atOnce, now } = given;
  if (atOnce === 0) return 0;
  await store.addMissing(new Date(now()));
  let rounds = 0;
  const lane = async () => {
    while (await retrievals.retrieveNextDue()) rounds++;
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return rounds;
}

/** Looks every quarter of a minute, until the function that is returned is called; that waits for the sessions. */
export function keepRetrieving(given: RetrievalJobDependencies): () => Promise<void> {
  const { retrievals, after, log } = given;
  let stopped = false;
  let callOff = () => {};
  const look = async () => {
    await retrieveDue(given).catch((error: unknown) => log.error({ err: error }, 'retrieval stopped short'));
    if (!stopped) callOff = after(lookEveryMs, look);
  };
  callOff = after(lookEveryMs, look);
  return async () => {
    stopped = true;
    callOff();
    await retrievals.stop(drainsWithinMs);
  };
}

/** A day: no message takes longer from its first chunk to its row. */
const orphansKeptForMs = 24 * 3600 * 1000;
/** A server that lists nothing by mistake lists everything again later: what was seen is remembered that long. */
const goneKeptForMs = 30 * 24 * 3600 * 1000;

/** Deletes what nobody needs any more: expired contents, chunks of sessions that died, rows of messages long gone. */
export async function sweepMessages(
  { contents, bookkeeping }: { contents: ContentStore; bookkeeping: BookkeepingStore },
  now: number,
): Promise<void> {
  await contents.removeExpired(new Date(now));
  await contents.removeOrphans(new Date(now - orphansKeptForMs));
  await bookkeeping.removeGone(new Date(now - goneKeptForMs));
}
