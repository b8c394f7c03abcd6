import { moduleRights, type Module } from './modules.ts';

/**
 * Of a try to have consent granted.
 *
 * `waiting`: Microsoft's page is open, or the link was sent; nothing is seen yet. `looking`: Microsoft says that consent
 * was given, the token does not show it yet. `granted`: a fresh token names all the rights that are needed.
 * `not-seen`: looking has ended without that.
 */
export const consentStatuses = [
  'waiting',
  'looking',
  'granted',
  'refused',
  'wrong-directory',
  'not-seen',
  'cancelled',
] as const;
export type ConsentStatus = (typeof consentStatuses)[number];

/**
 * Delegated rights for the communicator mailboxes, as the registration lists them under Microsoft Graph (Microsoft:
 * "Authenticate an IMAP, POP or SMTP connection using OAuth"; ids: Microsoft Graph permissions reference, August 2026).
 */
export const mailboxRights = [
  { right: 'POP.AccessAsUser.All', rightId: 'd7b7f2d9-0f45-4ea1-9d42-e50810c06991' },
  { right: 'SMTP.Send', rightId: '258f6531-6087-4cc4-bb90-092c5fb3ed3f' },
  { right: 'offline_access', rightId: '7427e0e9-2fba-42fe-b0c0-848c9e6a8182' },
] as const;

/** Whether a list such as `POP.AccessAsUser.All, SMTP.Send` names rights of the mailboxes and no others. */
export function areMailboxRights(list: string): boolean {
  const names = list.split(/[\s,]+/).filter(Boolean);
  return names.length > 0 && names.every((name) => mailboxRights.some(({ right }) => right === name));
}

/** `read-only`: only the right that allows reading is there. `unknown`: nothing that could be read tells. */
export type RightState = 'granted' | 'read-only' | 'missing' | 'unknown';

export interface RightRow {
  right: string;
  kind: 'application' | 'delegated';
  /** Modules of the entity that need it; empty for the mailboxes' delegated rights. */
  modules: Module[];
  state: RightState;
}

export interface ConsentComparison {
  rows: RightRow[];
  /** Application rights in the token that no chosen module needs. */
  surplus: string[];
}

/** Application rights that the modules need, each once, in the modules' order. */
export function requiredRights(modules: readonly Module[]): string[] {
  return [...new Set(modules.map((module) => moduleRights[module].right))];
}

/** Required rights that a token does not name; null when its rights could not be read. */
export function missingRights(
  modules: readonly Module[],
  granted: readonly string[] | null,
): string[] | null {
  if (granted === null) return null;
  const needs = modules.filter((module) => stateOf(module, granted) !== 'granted');
  return requiredRights(needs);
}

/**
 * Required against granted rights. `granted` are the rights of an app-only token, null when they could not be read or no
 * token was issued. Delegated rights stand in no such token: they are unknown until somebody has signed in with them.
 */
export function compareConsent(
  modules: readonly Module[],
  granted: readonly string[] | null,
): ConsentComparison {
  const application = requiredRights(modules).map((right): RightRow => {
    const needing = modules.filter((module) => moduleRights[module].right === right);
    const [first] = needing;
    const state = granted === null || first === undefined ? 'unknown' : stateOf(first, granted);
    return { right, kind: 'application', modules: needing, state };
  });
  const delegated = mailboxRights.map(({ right }): RightRow => ({
    right,
    kind: 'delegated',
    modules: [],
    state: 'unknown',
  }));
  return { rows: [...application, ...delegated], surplus: surplusRights(modules, granted ?? []) };
}

function stateOf(module: Module, granted: readonly string[]): RightState {
  const { right, alsoGrantedBy, readOnly } = moduleRights[module];
  if ([right, ...alsoGrantedBy].some((name) => granted.includes(name))) return 'granted';
  return readOnly.some((name) => granted.includes(name)) ? 'read-only' : 'missing';
}

/** What is granted beyond need: the firm's data lie open to more than the modules that it uses. */
function surplusRights(modules: readonly Module[], granted: readonly string[]): string[] {
  const useful = modules.flatMap((module) => {
    const { right, alsoGrantedBy, readOnly } = moduleRights[module];
    // A stronger right stands in for the needed one; beside it, it is too much.
    return granted.includes(right) ? [right] : [...alsoGrantedBy, ...readOnly];
  });
  return granted.filter((right) => !useful.includes(right));
}
