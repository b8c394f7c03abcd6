import { isGuid } from '../../../shared/domain/guid.ts';

/** What Microsoft's redirect says. None of it proves anything: a fresh token does. */
export type ConsentAnswer =
  | { kind: 'given'; state: string; directoryId: string | null }
  /** `raw` is the refusal as a query string, bounded, as the diagnosis reads it. */
  | { kind: 'refused'; state: string; raw: string }
  | { kind: 'malformed' };

const explaining = ['error', 'error_description', 'error_subcode', 'error_uri'] as const;
const known = [...explaining, 'state', 'admin_consent', 'tenant', 'scope'] as const;
const longestValue = 4096;

/**
 * Reads the query of the callback, of both forms of the link (Microsoft: "Admin consent URL", and for the older form
 * "Tenant-wide admin consent"). The error comes first: a refusal of the second form says `admin_consent=True` all the same.
 * A parameter that comes twice makes the answer void (RFC 6749, section 3.1).
 */
export function readConsentAnswer(query: Readonly<Record<string, unknown>>): ConsentAnswer {
  if (known.some((name) => Array.isArray(query[name]))) return { kind: 'malformed' };
  const value = (name: (typeof known)[number]): string => {
    const given = query[name];
    return typeof given === 'string' ? given.slice(0, longestValue) : '';
  };
  const state = value('state');
  if (value('error') !== '') {
    const said = new URLSearchParams();
    for (const name of explaining) if (value(name) !== '') said.set(name, value(name));
    return { kind: 'refused', state, raw: said.toString() };
  }
  if (value('admin_consent').toLowerCase() !== 'true') return { kind: 'malformed' };
  const directoryId = value('tenant').toLowerCase();
  return { kind: 'given', state, directoryId: isGuid(directoryId) ? directoryId : null };
}
