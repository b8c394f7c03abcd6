import { useCallback, useEffect, useRef } from 'react';

/**
 * Brings the focus back to what opened a dialog once that has closed: dialogs here leave the page at once and cannot
 * do so themselves. Answers the `ref` of the opener.
 */
export function useFocusReturn(open: boolean): (element: HTMLElement | null) => void {
  const opener = useRef<HTMLElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !open) opener.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return useCallback((element) => {
    opener.current = element;
  }, []);
}
