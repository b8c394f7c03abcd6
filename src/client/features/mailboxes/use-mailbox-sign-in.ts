import { useAnnounce } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { SignInAttempt, SignInAttemptStatus } from '../../../shared/api/mailbox-sign-ins.ts';
import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import { useAskAgain, useCancelSignIn, useSignInAttempt, useStartSignIn } from '../../api/mailbox-queries.ts';
import { useHost } from '../../host/HostContext.tsx';
import { useNow } from '../../hooks/use-now.ts';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';

/** `ready`: the link is there, and nobody has opened it yet. */
export type SignInPhase = 'preparing' | 'not-started' | 'ready' | SignInAttemptStatus;

export interface MailboxSignIn {
  phase: SignInPhase;
  attempt: SignInAttempt | undefined;
  /** Microsoft's page; told once, so it lives as long as the dialog. */
  url: string | undefined;
  error: Error | null;
  /** Opens Microsoft's page, in the click itself: a browser blocks windows that open later. */
  open: () => void;
  /** The link goes another way than through `open`. */
  handOut: () => void;
  restart: () => void;
  /** Gives up what is under way. */
  cancel: () => void;
}

/**
 * One sign-in from its link to its outcome. The link is made before it is needed, so that the click opens it at once.
 * `onSignedIn` is called when the grant is stored.
 */
export function useMailboxSignIn(mailbox: Mailbox, onSignedIn: () => void): MailboxSignIn {
  const host = useHost();
  const start = useStartSignIn(mailbox.id);
  const cancel = useCancelSignIn(mailbox.id);
  const query = useSignInAttempt(mailbox.id, start.isSuccess);
  const [isOut, setOut] = useState(false);
  const now = useNow(2_000);
  const url = start.data?.url;
  const attempt = start.isSuccess ? (query.data ?? start.data.attempt) : undefined;
  const phase = phaseOf(start.status, attempt, isOut, now);
  const begin = () => {
    setOut(false);
    start.mutate();
  };
  const hasBegun = useRef(false);
  useEffect(() => {
    if (hasBegun.current) return;
    hasBegun.current = true;
    start.mutate();
  }, [start]);
  useEnd(mailbox, phase, onSignedIn);
  return {
    phase,
    attempt,
    url,
    error: start.error,
    open: () => {
      if (url === undefined) return;
      host.openLink(url);
      setOut(true);
    },
    handOut: () => setOut(true),
    restart: begin,
    cancel: () => {
      if (phase === 'ready' || phase === 'waiting') cancel.mutate();
    },
  };
}

function phaseOf(
  start: 'idle' | 'pending' | 'error' | 'success',
  attempt: SignInAttempt | undefined,
  isOut: boolean,
  now: number,
): SignInPhase {
  if (start === 'error') return 'not-started';
  if (attempt === undefined) return 'preparing';
  if (attempt.status !== 'waiting') return attempt.status;
  if (now > Date.parse(attempt.expiresAt)) return 'expired';
  return isOut ? 'waiting' : 'ready';
}

/** When an attempt ends, the pages ask again how the mailbox stands. */
function useEnd({ address }: Mailbox, phase: SignInPhase, onSignedIn: () => void): void {
  const askAgain = useAskAgain();
  const { announce } = useAnnounce();
  const { signIn } = useMailTexts().mailboxes;
  const last = useRef(phase);
  useEffect(() => {
    if (last.current === phase) return;
    last.current = phase;
    if (phase === 'signed-in' || phase === 'pending') void askAgain();
    if (phase !== 'signed-in') return;
    announce(signIn.signedIn(address));
    onSignedIn();
  }, [address, announce, askAgain, onSignedIn, phase, signIn]);
}
