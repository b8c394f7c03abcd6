const dotAtLineStart = Buffer.from('\r\n.');
const dot = Buffer.from('.');

/** A message as a multi-line answer: a dot before each line that begins with one, at last a dot alone (RFC 1939). */
export function dotStuffed(message: Buffer): Buffer {
  const parts: Uint8Array[] = message[0] === dot[0] ? [dot] : [];
  let from = 0;
  for (let at = message.indexOf(dotAtLineStart); at !== -1; at = message.indexOf(dotAtLineStart, from)) {
    parts.push(message.subarray(from, at + 2), dot);
    from = at + 2;
  }
  const isComplete = message.length === 0 || message.subarray(-2).equals(Buffer.from('\r\n'));
  return Buffer.concat([...parts, message.subarray(from), Buffer.from(isComplete ? '.\r\n' : '\r\n.\r\n')]);
}
