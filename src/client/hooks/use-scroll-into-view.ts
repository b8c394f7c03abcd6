import { useEffect, useRef, type RefObject } from 'react';

/** Brings what has just appeared into view, for results that stand outside of it on a small screen. */
export function useScrollIntoView<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which React would take for the clean-up.
    element.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return element;
}
