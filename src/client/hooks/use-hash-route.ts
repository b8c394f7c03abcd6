import { setupSteps, type SetupStep } from '../../shared/domain/setup.ts';
import type { MailboxScope } from '../api/mailbox-api.ts';
import { useCallback, useEffect, useSyncExternalStore } from 'react';

export const entityParts = ['setup', 'connection', 'history', 'registration', 'modules', 'access'] as const;
export type EntityPart = (typeof entityParts)[number];

export type Route =
  | { page: 'overview' }
  /** `step` of the set-up; without it the first one that is to do. */
  | { page: 'entity'; entityId: string; part: EntityPart; step?: SetupStep }
  | { page: 'mailboxes'; of: MailboxScope }
  | { page: 'mailbox'; mailboxId: string }
  | { page: 'explain' };

/**
 * Reads `entities/{id}/connection` or `mailboxes/{id}` as it stands behind `#/` or in a deep link. What is not known leads
 * to the overview.
 */
export function parseRoute(path: string): Route {
  const [area, id, part, step] = path.replace(/^[#/]+/, '').split('/');
  if (area === 'mailboxes') return mailboxRoute(id ?? '');
  if (area === 'explain') return { page: 'explain' };
  if (area !== 'entities' || id === undefined || id === '') return { page: 'overview' };
  const setupStep = part === 'setup' ? setupSteps.find((known) => known === step) : undefined;
  return {
    page: 'entity',
    entityId: decoded(id),
    part: entityParts.find((known) => known === part) ?? 'connection',
    ...(setupStep && { step: setupStep }),
  };
}

/** No mailbox is called `firm`: their names are GUIDs. */
function mailboxRoute(id: string): Route {
  if (id === '') return { page: 'mailboxes', of: 'own' };
  return id === 'firm' ? { page: 'mailboxes', of: 'firm' } : { page: 'mailbox', mailboxId: decoded(id) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function hashOf(route: Route): string {
  if (route.page === 'overview') return '#/';
  if (route.page === 'explain') return '#/explain';
  if (route.page === 'mailboxes') return route.of === 'firm' ? '#/mailboxes/firm' : '#/mailboxes';
  if (route.page === 'mailbox') return `#/mailboxes/${encodeURIComponent(route.mailboxId)}`;
  const part = `#/entities/${encodeURIComponent(route.entityId)}/${route.part}`;
  return route.step === undefined ? part : `${part}/${route.step}`;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The page that the address names, and a function that goes to another one. */
export function useHashRoute(): [Route, (route: Route) => void] {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  const go = useCallback((route: Route) => {
    window.location.hash = hashOf(route);
  }, []);
  return [parseRoute(hash), go];
}

/** Follows the host's deep link once, unless the address already names a page. */
export function useDeepLink(subPageId: string | undefined): void {
  useEffect(() => {
    if (subPageId === undefined || subPageId === '' || window.location.hash.length > 2) return;
    window.location.replace(hashOf(parseRoute(subPageId)));
  }, [subPageId]);
}
