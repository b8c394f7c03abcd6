/** The octets as a store hands them out, in pieces. */
export async function* inPieces(message: string | Buffer, size = 64 * 1024): AsyncGenerator<Buffer> {
  const octets = typeof message === 'string' ? Buffer.from(message.replaceAll(/\r?\n/g, '\r\n')) : message;
  for (let at = 0; at < octets.length; at += size) yield octets.subarray(at, at + size);
}

/** A message with its first lines written by the test, and an attachment of so many megabytes that nobody holds as a whole. */
export async function* withLargeAttachment(megabytes: number): AsyncGenerator<Buffer> {
  yield Buffer.from(
    [
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Before',
      '--b',
      'Content-Type: application/pdf; name="large.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      '',
    ].join('\r\n'),
  );
  const line = `${Buffer.alloc(57, 'x').toString('base64')}\r\n`;
  const block = Buffer.from(line.repeat(1000));
  for (let sent = 0; sent < megabytes * 1_000_000; sent += block.length) yield block;
  yield Buffer.from('\r\n--b\r\n\r\nAfter\r\n--b--\r\n');
}
