import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { SignInFailed, type SignInProblem } from '../host/host.ts';
import { useHost } from '../host/HostContext.tsx';

/** Sign-in by a click: `signIn` may be called again while a window is open, for windows that were closed or never came. */
export function useSignIn() {
  const host = useHost();
  const queries = useQueryClient();
  const [waiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<SignInProblem>();
  const attempts = useRef(0);
  const signIn = () => {
    const attempt = (attempts.current += 1);
    // An attempt that a later one has replaced fails, too: that is no news.
    const isLatest = () => attempt === attempts.current;
    setWaiting(true);
    setProblem(undefined);
    host.tokens
      .interactive()
      .then(() => queries.invalidateQueries())
      .catch((error: unknown) => {
        if (isLatest()) setProblem(error instanceof SignInFailed ? error.problem : 'refused');
      })
      .finally(() => {
        if (isLatest()) setWaiting(false);
      });
  };
  return { waiting, problem, signIn };
}
