import type { SecretKind } from '../../shared/api/diagnoses.ts';
import { isChallenge, saslShapes } from './sasl-secrets.ts';
import type { SecretShape } from './secret-shape.ts';

const mask = '[hidden]';

/** `name=value`, `"name": "value"`, and the latter inside a string of JSON as logs write it. */
function named(kind: SecretKind, names: string): SecretShape[] {
  const name = `(?<![A-Za-z])(?:${names})\\\\?["']?\\s{0,3}[=:]\\s{0,3}`;
  return [
    `(${name}")(?:[^"\\\\\\r\\n]|\\\\.)+`,
    `(${name}\\\\")[^"\\\\\\r\\n]+`,
    `(${name})[^\\s"&,;<>}\\\\]{4,}`,
  ].map((pattern) => ({ kind, pattern: new RegExp(pattern, 'gi') }));
}

/**
 * What must never be shown or logged. Each pattern is linear: no quantifier over a class that the next part could also
 * match. Identifiers made of letters alone and GUIDs are left, since they are what a reader looks for.
 */
const shapes: readonly SecretShape[] = [
  ...saslShapes,
  ...named('client-secret', 'client_?secret|client_assertion'),
  ...named('refresh-token', 'refresh_?token'),
  ...named('access-token', 'access_?token|id_token|(?<!client_)assertion'),
  ...named('password', 'password|passwd'),
  ...named('authorization-code', 'code_verifier'),
  { kind: 'service-key', pattern: /\bl365_[\w-]{20,}/g },
  // An authorization code in an address, which begins as `0.A` or `1.A`; not the number in `error?code=7000215`, nor the
  // `"code":` of Graph.
  { kind: 'authorization-code', pattern: /\b(code=)(?!\d{1,9}(?!\.?\w))[^\s"&<>]{6,}/gi },
  // Not the words after it in prose, nor the parameters of a challenge.
  {
    kind: 'access-token',
    pattern: /\b(Bearer\s{1,3})(?![a-z]+[.,;:]?(?:\s|$)|[a-z_]+=)[A-Za-z0-9._~+/=-]{12,}/gi,
  },
  {
    kind: 'access-token',
    pattern: /\beyJ[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]*){0,4}/g,
    isSecret: (found) => !isChallenge(found),
  },
  // Refresh tokens and codes of Entra without a name before them.
  { kind: 'refresh-token', pattern: /\b[01]\.A[A-Za-z0-9_-]{30,}(?:\.[A-Za-z0-9_-]*){0,4}/g },
  // The values of client secrets that Entra issues today: a marker such as `8Q~` after three characters.
  { kind: 'client-secret', pattern: /[A-Za-z0-9._~-]{3}\dQ(?:~|%7E)[A-Za-z0-9._~%-]{20,}/g },
  { kind: null, pattern: /^((?:Set-)?Cookie:[ \t]{0,3})[^\r\n]+/gim },
  // A line of base64 (RFC 2045 section 6.8): the rest of a long credential that was wrapped.
  { kind: null, pattern: /^[A-Za-z0-9+/]{60,76}={0,2}$/gm },
  {
    kind: null,
    pattern: /[A-Za-z0-9_~-]{40,}|[A-Za-z0-9+/_=-]{90,}/g,
    isSecret: (run) => /\d/.test(run),
  },
];

/** The text with everything that looks like a credential replaced by `[hidden]`, and which kinds were among it. */
export function findSecrets(text: string): { masked: string; kinds: SecretKind[] } {
  const kinds = new Set<SecretKind>();
  const masked = shapes.reduce(
    (rest, { kind, pattern, isSecret }) =>
      rest.replace(pattern, (found: string, kept: unknown) => {
        const before = typeof kept === 'string' ? kept : '';
        const value = found.slice(before.length);
        if (value === mask || isSecret?.(value) === false) return found;
        if (kind !== null) kinds.add(kind);
        return before + mask;
      }),
    text,
  );
  return { masked, kinds: [...kinds] };
}

export const maskSecrets = (text: string): string => findSecrets(text).masked;
