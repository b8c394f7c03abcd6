/** What Microsoft's redirect says. Which sign-in it belongs to, the state alone tells. */
export type SignInAnswer =
  | { kind: 'code'; state: string; code: string }
  /** `raw` is the refusal as a query string, bounded, as the diagnosis reads it. */
  | { kind: 'refused'; state: string; raw: string }
  | { kind: 'malformed' };

const explaining = ['error', 'error_description', 'error_subcode', 'error_uri'] as const;
const known = [...explaining, 'state', 'code'] as const;
const longestExplanation = 4096;
/** Ours is 43 characters. */
const longestState = 200;
/** Entra's are up to some 2000; one that was cut off is none. */
const longestCode = 8192;

/**
 * Reads the query of the callback (RFC 6749, section 4.1.2). The error comes first. A parameter that comes twice makes the
 * answer void (section 3.1), and so does one that is longer than it can be.
 */
export function readSignInAnswer(query: Readonly<Record<string, unknown>>): SignInAnswer {
  if (known.some((name) => Array.isArray(query[name]))) return { kind: 'malformed' };
  const value = (name: (typeof known)[number]): string => {
    const given = query[name];
    return typeof given === 'string' ? given : '';
  };
  const state = value('state');
  if (state === '' || state.length > longestState) return { kind: 'malformed' };
  if (value('error') !== '') {
    const said = new URLSearchParams();
    for (const name of explaining) {
      if (value(name) !== '') said.set(name, value(name).slice(0, longestExplanation));
    }
    return { kind: 'refused', state, raw: said.toString() };
  }
  const code = value('code');
  return code === '' || code.length > longestCode ? { kind: 'malformed' } : { kind: 'code', state, code };
}
