const mask = '[hidden]';

/**
 * Patterns of what must never be shown or logged. Each is linear: no quantifier over a class that the next part
 * could also match. Identifiers made of letters alone and GUIDs are left, since they are what a reader looks for.
 */
const namedValue =
  /\b((?:client_secret|client_assertion|refresh_token|access_token|id_token|assertion|password|code_verifier)"?\s{0,3}[=:]\s{0,3}"?)[^\s"&,;<>}]{6,}/gi;
/**
 * An authorization code in an address, which begins as `0.A` or `1.A`; not the number in `error?code=7000215`, nor the
 * `"code":` of Graph.
 */
const authorizationCode = /\b(code=)(?!\d{1,9}(?!\.?\w))[^\s"&<>]{6,}/gi;
const authorizationValue = /\b((?:Bearer|Basic)\s{1,3})[A-Za-z0-9._~+/=-]{12,}/gi;
const jsonWebToken = /\beyJ[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]*){0,4}/g;
/** The values of client secrets that Entra issues today: a marker such as `8Q~` after three characters. */
const clientSecret = /[A-Za-z0-9._~-]{3}\dQ~[A-Za-z0-9._~-]{20,}/g;
const longRun = /[A-Za-z0-9_~-]{40,}|[A-Za-z0-9+/_=-]{90,}/g;

/** The text with everything that looks like a credential replaced by `[hidden]`. */
export function maskSecrets(text: string): string {
  return text
    .replace(namedValue, `$1${mask}`)
    .replace(authorizationCode, `$1${mask}`)
    .replace(authorizationValue, `$1${mask}`)
    .replace(jsonWebToken, mask)
    .replace(clientSecret, mask)
    .replace(longRun, (run) => (/\d/.test(run) ? mask : run));
}
