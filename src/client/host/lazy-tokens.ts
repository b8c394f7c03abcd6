import type { TokenSource } from './host.ts';

/**
 * A token source whose library is fetched with the first token. A failed fetch is tried again by the next call,
 * and callers that ask at the same time share one answer.
 */
export function lazyTokens(load: () => Promise<TokenSource>): TokenSource {
  const source = shared(load, { keep: true });
  const silent = shared(async () => (await source()).silent(), { keep: false });
  return {
    silent: async (options) => (options?.fresh === true ? (await source()).silent(options) : silent()),
    interactive: async () => (await source()).interactive(),
  };
}

/** Runs `work` once for all who ask while it runs; `keep` holds on to its result, never to its failure. */
function shared<T>(work: () => Promise<T>, { keep }: { keep: boolean }): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => {
    if (running === undefined) {
      running = work();
      const forget = () => (running = undefined);
      running.then(keep ? () => undefined : forget, forget);
    }
    return running;
  };
}
