import type { MailboxTokens } from './mailbox-token-service.ts';

/** Refreshes at once; more would only make the embedded database, which shares the thread, answer late. */
const atOnce = 8;
/** A tick that has more to do leaves it to the next one. */
const mostPerTick = 2000;

/** One tick of the schedule: refreshes the grants that nobody used for a week. Answers how many. */
export async function keepGrantsAlive(
  tokens: Pick<MailboxTokens, 'keepAlive'>,
  signal?: AbortSignal,
): Promise<number> {
  let done = 0;
  for (
    let taken = atOnce;
    taken === atOnce && done < mostPerTick && signal?.aborted !== true;
    done += taken
  ) {
    taken = await tokens.keepAlive(atOnce);
  }
  return done;
}
