/** A path of MAIL or RCPT with what the client asks for beside it. */
export interface Path {
  /** Empty for the null sender. */
  address: string;
  /** Names in upper case. */
  parameters: ReadonlyMap<string, string>;
}

const mailParameters = ['SIZE', 'BODY', 'SMTPUTF8', 'RET', 'ENVID', 'AUTH'];
/** DSN (RFC 3461): taken, and no notification is ever sent. */
const recipientParameters = ['NOTIFY', 'ORCPT'];

/**
 * Reads what follows MAIL or RCPT (RFC 5321 section 4.1.1.2).
 *
 * @returns 'arguments' or 'address' for what is wrong
 */
export function readPath(verb: 'MAIL' | 'RCPT', rest: string): Path | 'arguments' | 'address' {
  const keyword = verb === 'MAIL' ? 'FROM' : 'TO';
  const known = verb === 'MAIL' ? mailParameters : recipientParameters;
  const [, path = '', tail = ''] = new RegExp(`^${keyword}: *<([^<>]*)>( .*)?$`, 'i').exec(rest) ?? [];
  if (!new RegExp(`^${keyword}: *<`, 'i').test(rest)) return 'arguments';
  const isNull = verb === 'MAIL' && /^FROM: *<>/i.test(rest);
  if (!isNull && !isAddress(path)) return 'address';
  const parameters = new Map<string, string>();
  for (const word of tail.split(' ').filter(Boolean)) {
    const [name = '', value = ''] = word.split(/=(.*)/s);
    if (!known.includes(name.toUpperCase())) return 'arguments';
    parameters.set(name.toUpperCase(), value);
  }
  const body = parameters.get('BODY')?.toUpperCase();
  if (body !== undefined && body !== '7BIT' && body !== '8BITMIME') return 'arguments';
  return { address: path.toLowerCase(), parameters };
}

/** Longest path: RFC 5321 section 4.5.3.1.3. */
const isAddress = (text: string): boolean => text.length <= 254 && /^[^\s@]+@[^\s@]+$/.test(text);
