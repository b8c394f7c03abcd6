/** What a server says in its challenge when it refuses a token; each field is the server's own word. */
export interface Xoauth2Refusal {
  /** The decoded challenge, or the challenge as it came when it is not base64. */
  text: string;
  status?: string;
  schemes?: string;
  scope?: string;
}

const separator = '\x01';
// eslint-disable-next-line no-control-regex -- a control character would end the field and begin another one
const controls = /[\x00-\x1f\x7f]/;
const base64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * The client's only message of SASL XOAUTH2, in base64 (Microsoft: "Authenticate an IMAP, POP or SMTP connection
 * using OAuth"; Google: "OAuth 2.0 Mechanism"). For a shared mailbox the user is the address of that mailbox.
 * @throws TypeError when user or token contain control characters, with which a name could smuggle in a second field
 */
export function xoauth2Response(user: string, accessToken: string): string {
  if (user === '' || controls.test(user)) throw new TypeError('the user name is not fit for XOAUTH2');
  if (accessToken === '' || controls.test(accessToken)) {
    throw new TypeError('the access token is not fit for XOAUTH2');
  }
  const message = `user=${user}${separator}auth=Bearer ${accessToken}${separator}${separator}`;
  return Buffer.from(message, 'utf8').toString('base64');
}

/** Reads the challenge that takes the place of a success: JSON in base64, by custom rather than by a standard. */
export function readXoauth2Refusal(challenge: string): Xoauth2Refusal {
  const trimmed = challenge.trim();
  if (!base64.test(trimmed)) return { text: trimmed };
  const text = Buffer.from(trimmed, 'base64').toString('utf8');
  return { text, ...fieldsIn(text) };
}

function fieldsIn(text: string): Omit<Xoauth2Refusal, 'text'> {
  const json = parsed(text);
  if (typeof json !== 'object' || json === null) return {};
  const fields: Omit<Xoauth2Refusal, 'text'> = {};
  for (const name of ['status', 'schemes', 'scope'] as const) {
    const value = (json as Record<string, unknown>)[name];
    if (typeof value === 'string' || typeof value === 'number') fields[name] = String(value);
  }
  return fields;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
