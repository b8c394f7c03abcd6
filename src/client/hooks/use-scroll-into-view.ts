import { useEffect, useRef, type RefObject } from 'react';

/** Brings what has just appeared into view, for results that stand outside of it on a small screen. */
export function useScrollIntoView<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => element.current?.scrollIntoView({ block: 'nearest' }), []);
  return element;
}
