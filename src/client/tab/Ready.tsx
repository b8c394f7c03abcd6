import { useEffect, type ReactNode } from 'react';
import { useHost } from '../host/HostContext.tsx';

/** Tells the host that something worth looking at is on the screen. */
export function Ready({ children }: { children: ReactNode }) {
  const host = useHost();
  useEffect(() => {
    host.notifyReady();
  }, [host]);
  return children;
}
