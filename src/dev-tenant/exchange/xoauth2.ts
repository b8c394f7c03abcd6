/** What a client sends for XOAUTH2. */
export interface BearerCredentials {
  userName: string;
  accessToken: string;
}

const base64 = /^[A-Za-z0-9+/]+={0,2}$/;
const separator = String.fromCharCode(1);

/**
 * Reads `base64("user=" {address} ^A "auth=Bearer " {token} ^A ^A)` ("Authenticate an IMAP, POP or SMTP connection using
 * OAuth", SASL XOAUTH2).
 *
 * @returns undefined for anything else
 */
export function readXoauth2(response: string): BearerCredentials | undefined {
  if (!base64.test(response)) return undefined;
  const [user = '', auth = '', ...ends] = Buffer.from(response, 'base64').toString().split(separator);
  const userName = /^user=(.+)$/i.exec(user)?.[1];
  const accessToken = /^auth=Bearer (\S+)$/i.exec(auth)?.[1];
  const isComplete = ends.length === 2 && ends.every((end) => end === '');
  return userName !== undefined && accessToken !== undefined && isComplete
    ? { userName, accessToken }
    : undefined;
}
