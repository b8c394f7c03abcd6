import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConsentAttempt, ConsentForm } from '../../shared/api/consent.ts';
import type { Me } from '../../shared/api/me.ts';
import { requiredRights } from '../../shared/domain/consent.ts';
import type { Module } from '../../shared/domain/modules.ts';
import { useApi } from '../api/ApiContext.tsx';
import { keys } from '../api/queries.ts';
import { useStartConsent } from '../api/setup-queries.ts';
import { useHost } from '../host/HostContext.tsx';
import { useLocale } from '../i18n/LocaleContext.tsx';
import { consentLink, type RegistrationIds } from './portal-links.ts';

export type RunningConsent = ConsentAttempt & { status: 'waiting' | 'looking' };

export function isRunning(attempt: ConsentAttempt | null | undefined): attempt is RunningConsent {
  return attempt?.status === 'waiting' || attempt?.status === 'looking';
}

/**
 * Who looks at an attempt. `opened`: has Microsoft's page open. `sent`: began it, and waits for somebody else. `asked`: a
 * colleague began it, and this person may consent. `onlooker`: a colleague began it, and this person may not.
 */
export type ConsentPart = 'opened' | 'sent' | 'asked' | 'onlooker';

/** By name, which is enough to choose the words; somebody whose role is not known may well be able to consent. */
export function partIn({ form, startedBy }: ConsentAttempt, me: Me, isSent: boolean): ConsentPart {
  const own = startedBy === null || startedBy === me.name;
  if (!own) return me.canConsent === false || !me.roles.includes('Admin') ? 'onlooker' : 'asked';
  return form === 'plain' && (isSent || me.canConsent === false) ? 'sent' : 'opened';
}

const lateAfterMs = 60_000;

/**
 * Rights that a consent, given `elapsed` milliseconds ago, should have brought by now. All of a consent reach the token
 * together: where some are in it, the others are not on their way. Empty as long as waiting is all there is to do.
 */
export function lateRights(
  { status, missing }: ConsentAttempt,
  modules: readonly Module[],
  elapsed: number,
): readonly string[] {
  if (status !== 'looking' || missing === null) return [];
  return elapsed > lateAfterMs || missing.length < requiredRights(modules).length ? missing : [];
}

export interface GrantConsentControls {
  /** Starts an attempt and opens Microsoft's page; the server chooses the form unless told. Call it from a click. */
  open: (form?: ConsentForm) => void;
  /** Starts an attempt whose link somebody else will open. */
  send: () => void;
  /** Opens the page of the attempt again: the same link where it is still known here, else a new attempt. */
  openAgain: (attempt: ConsentAttempt) => void;
  /** The person has asked for a message to send. */
  isSent: boolean;
  isPending: boolean;
  /** Why no attempt could be started; null while nothing went wrong. */
  error: Error | null;
}

/**
 * Ways to have consent granted that the product follows. The link holds a one-time state and is told once, so it lives
 * as long as this page. A browser may block the window that opens after the answer: `openAgain` opens it in the click.
 */
export function useGrantConsent(entityId: string, registration: RegistrationIds): GrantConsentControls {
  const host = useHost();
  const { language } = useLocale();
  const start = useStartConsent(entityId);
  const [isSent, setSent] = useState(false);
  const begin = (form: ConsentForm | undefined, openIt: boolean) =>
    start.mutate(
      { language, ...(form !== undefined && { form }) },
      { onSuccess: ({ link }) => (openIt ? host.openLink(link) : setSent(true)) },
    );
  const open = (form?: ConsentForm) => {
    setSent(false);
    begin(form, true);
  };
  return {
    open,
    send: () => begin('plain', false),
    openAgain: (attempt) => {
      if (start.data?.attempt.id === attempt.id) host.openLink(start.data.link);
      else if (attempt.form === 'plain') host.openLink(consentLink(host.config.adminConsent, registration));
      else open();
    },
    isSent,
    isPending: start.isPending,
    error: start.error,
  };
}

/** Asks now and then how an attempt stands, for the case that its events reach another process than this page's. */
export function useFollowConsent(everyMs: number): void {
  const api = useApi();
  useQuery({ queryKey: keys.entities, queryFn: () => api.entities(), refetchInterval: everyMs });
}
