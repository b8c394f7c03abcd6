/** Longest address that Windows passes on to a mail program. */
const longest = 2_000;

/**
 * Address that opens a new message in the person's mail program (RFC 6068: lines end with CRLF). Recipients who do not
 * fit are left out, all of them: half a list would look like the whole.
 */
export function mailto(subject: string, body: string, bcc: readonly string[] = []): string {
  const text = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
  const recipients = bcc.map(encodeURIComponent).join(',');
  const whole = `mailto:?bcc=${recipients}&${text}`;
  return recipients === '' || whole.length > longest ? `mailto:?${text}` : whole;
}
