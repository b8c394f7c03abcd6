import { useRef } from 'react';

/**
 * While a call runs, further ones share its answer. On a busy machine the second half of a double click comes before the
 * page knows that something has begun: two keys would be created, and one of them never be shown.
 */
export function useOneAtATime<Input, Output>(
  call: (input: Input) => Promise<Output>,
): (input: Input) => Promise<Output> {
  const running = useRef<Promise<Output>>(undefined);
  return (input) => {
    running.current ??= call(input).finally(() => {
      running.current = undefined;
    });
    return running.current;
  };
}
