import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SignInFailed, type SignInProblem } from '../host/host.ts';
import { useHost } from '../host/HostContext.tsx';

/** Sign-in by a click: `signIn` may be called again while a window is open, for windows that were closed or never came. */
export function useSignIn() {
  const host = useHost();
  const queries = useQueryClient();
  const [waiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<SignInProblem>();
  const signIn = () => {
    setWaiting(true);
    setProblem(undefined);
    host.tokens
      .interactive()
      .then(() => queries.invalidateQueries())
      .catch((error: unknown) => setProblem(error instanceof SignInFailed ? error.problem : 'refused'))
      .finally(() => setWaiting(false));
  };
  return { waiting, problem, signIn };
}
