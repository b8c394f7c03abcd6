import { useEffect, useRef, type RefObject } from 'react';

/**
 * Takes the focus when the control that had it has left the page with a change of `state`: the next key stroke would else
 * begin at the top. Answers the `ref` of a place with `tabIndex={-1}`.
 */
export function useKeepFocus<T extends HTMLElement>(state: string): RefObject<T | null> {
  const place = useRef<T>(null);
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    if (document.activeElement === document.body) place.current?.focus();
  }, [state]);
  return place;
}
