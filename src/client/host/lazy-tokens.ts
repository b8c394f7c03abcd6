import type { TokenSource } from './host.ts';

/** A token source whose library is fetched with the first token. A failed fetch is tried again by the next call. */
export function lazyTokens(load: () => Promise<TokenSource>): TokenSource {
  let loading: Promise<TokenSource> | undefined;
  const source = () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return {
    silent: async (options) => (await source()).silent(options),
    interactive: async () => (await source()).interactive(),
  };
}
