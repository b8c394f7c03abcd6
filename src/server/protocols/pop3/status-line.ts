/** First line of a reply (RFC 1939 section 3), or the request for more of RFC 5034 section 4. */
export interface StatusLine {
  indicator: '+OK' | '-ERR' | '+';
  /** What follows the indicator, response code included. */
  text: string;
  /** Response code in upper case, e.g. `AUTH`, `SYS/TEMP` (RFC 2449 section 8). */
  code: string | undefined;
  raw: string;
}

// "+" alone asks for more; "+OK" must not be taken for it, nor "+OKAY" for "+OK".
const form = /^(\+OK|-ERR|\+)(?: (.*))?$/s;
const responseCode = /^\[([^\x00-\x20\]\x7f]{1,64})\]/; // eslint-disable-line no-control-regex -- the grammar of RFC 2449

/** Undefined when the line is none of the three: the other side does not speak POP3. */
export function parseStatusLine(line: Buffer): StatusLine | undefined {
  const raw = line.toString('utf8');
  const match = form.exec(raw);
  if (!match) return undefined;
  const text = match[2] ?? '';
  return {
    indicator: match[1] as StatusLine['indicator'],
    text,
    code: responseCode.exec(text)?.[1]?.toUpperCase(),
    raw,
  };
}
