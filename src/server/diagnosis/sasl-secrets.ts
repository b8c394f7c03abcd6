import type { SecretShape } from './secret-shape.ts';

/** Base64 that stands alone; whether it carries a credential is seen in what it says. */
const base64Run = /(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/]{8,}={0,2}(?![A-Za-z0-9+/_-])/g;

/** Who writes a line of a transcript, such as `C:` or `->`; times and names before it. */
const speaker = '(?:[^\\s]{1,40}[ \\t]{1,3}){0,4}';

/** Credentials in a transcript of SMTP or POP3. */
export const saslShapes: readonly SecretShape[] = [
  // XOAUTH2 and OAUTHBEARER (RFC 7628 section 3.1): user, then the token.
  { kind: 'access-token', pattern: base64Run, isSecret: (found) => /auth=Bearer /i.test(decoded(found)) },
  // PLAIN (RFC 4616 section 2): authorization identity, user and password with NUL between them.
  {
    kind: 'password',
    pattern: base64Run,
    isSecret: (found) => /^[^\0]*\0[^\0]+\0[^\0]+$/.test(decoded(found)),
  },
  // LOGIN: the reply to "Password:", with or without "Username:" in between.
  {
    kind: 'password',
    pattern: new RegExp(`(334 UGFzc3dvcmQ6\\s{1,4}${speaker})[A-Za-z0-9+/]{4,}={0,2}(?=\\s|$)`, 'g'),
  },
  // LOGIN where only the client's lines were kept: user, then password. Capabilities look alike but are no base64 of text.
  {
    kind: 'password',
    pattern: new RegExp(
      `(\\bAUTH LOGIN\\s{1,4}${speaker}[A-Za-z0-9+/]{4,}={0,2}[ \\t]{0,3}\\r?\\n${speaker})(?!334 )[A-Za-z0-9+/]{4,}={0,2}(?=\\s|$)`,
      'gi',
    ),
    isSecret: (found) => isText(decoded(found)),
  },
  // POP3 (RFC 1939 section 7), at the start of a line or after the speaker.
  { kind: 'password', pattern: /^((?:[^\r\n]{0,60}(?:[>\])]|C:))?[ \t]{0,3}PASS )\S[^\r\n]*/gm },
  // RFC 7617 section 2: user and password with a colon between them.
  {
    kind: 'password',
    pattern: /\b(Basic\s{1,3})[A-Za-z0-9+/_-]{6,}={0,2}/gi,
    isSecret: (found) => isText(decoded(found)) && decoded(found).includes(':'),
  },
];

/** The server's explanation of a refused token (RFC 7628 section 3.2.2), which begins as JSON Web Tokens do. */
export const isChallenge = (base64: string): boolean => /"status"\s{0,3}:/.test(decoded(base64));

function isText(bytes: string): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)),
    );
    return text !== '' && !/\p{Cc}/u.test(text);
  } catch {
    return false;
  }
}

/** Bytes as characters; empty where it is no base64. */
function decoded(base64: string): string {
  try {
    return atob(base64.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
  } catch {
    return '';
  }
}
