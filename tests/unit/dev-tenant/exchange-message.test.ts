import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { composeMime } from '../../../src/dev-tenant/exchange/mime/compose-mime.ts';
import { readMime } from '../../../src/dev-tenant/exchange/mime/read-mime.ts';
import { dotStuffed } from '../../../src/dev-tenant/exchange/wire/dot-stuffing.ts';
import { MessageCollector } from '../../../src/dev-tenant/exchange/wire/message-collector.ts';

/** Bytes of which a message's end is made, so that chance hits upon it. */
const treacherous = fc
  .array(fc.constantFrom('.', '\r\n', '\r', '\n', 'a', '..', '\r\n.\r\n', '\0', 'ü'))
  .map((parts) => Buffer.from(parts.join('')));

function collect(stuffed: Buffer, sizes: readonly number[], maximumBytes = 1_000_000) {
  const collector = new MessageCollector(maximumBytes);
  let from = 0;
  for (const size of [...sizes, stuffed.length]) {
    const rest = collector.take(stuffed.subarray(from, from + size));
    from += size;
    if (rest) return { message: collector.message(), rest: Buffer.concat([rest, stuffed.subarray(from)]) };
  }
  return undefined;
}

describe('a message on the wire', () => {
  test('comes out as it went in, however the network cuts it, and what follows stays', () => {
    fc.assert(
      fc.property(treacherous, fc.array(fc.integer({ min: 1, max: 7 })), (message, sizes) => {
        const complete = message.length === 0 || message.subarray(-2).toString() === '\r\n';
        const expected = complete ? message : Buffer.concat([message, Buffer.from('\r\n')]);
        const collected = collect(Buffer.concat([dotStuffed(message), Buffer.from('NOOP\r\n')]), sizes);
        expect(collected?.message.toString()).toBe(expected.toString());
        expect(collected?.rest.toString()).toBe('NOOP\r\n');
      }),
    );
  });

  test('above the limit is read to its end and not kept', () => {
    const stuffed = dotStuffed(Buffer.from('x'.repeat(100)));
    expect(collect(stuffed, [10, 50], 101)?.message).toBe('too-large');
    expect(collect(stuffed, [10, 50], 102)?.message).toHaveLength(102);
  });
});

const item = (properties: Record<string, unknown>) =>
  composeMime({ id: 'x', sentDateTime: '2026-11-22T08:00:00.000Z', ...properties });

describe('a message of Graph as MIME', () => {
  test('keeps subject, names and body of any language', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (any) => {
        const text = any.replace(/[\r\n\0]+/g, ' ').trim();
        const from = { emailAddress: { name: 'Zoë Ünal, lic. iur.', address: 'zoe@muster.example' } };
        const mime = item({ subject: text, from, body: { contentType: 'html', content: text } });
        expect(mime.toString('latin1')).toMatch(/^[\x20-\x7e\r\n\t]*$/);
        expect(readMime(mime)).toMatchObject({
          subject: text,
          from,
          body: { contentType: 'html', content: text },
        });
      }),
    );
  });

  test('lets nobody write a header of his own by a line break', () => {
    const from = { emailAddress: { name: 'a\r\nBcc: b@c.example', address: 'a@b.example\r\nX-Evil: 1' } };
    const lines = item({ subject: 'x\r\nX-Evil: 1', from, internetMessageId: '<1>\r\nX-Evil: 1' }).toString();
    expect(lines).not.toMatch(/^(X-Evil|Bcc)/m);
  });
});

describe('reading MIME', () => {
  test('never throws, whatever comes', () => {
    fc.assert(fc.property(treacherous, (bytes) => void readMime(bytes)));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => void readMime(Buffer.from(bytes))));
  });

  test.each([
    ['commas in a recipient list', `To: ${','.repeat(2_000_000)}\r\n\r\n`],
    ['quotes in a recipient list', `To: ${'",'.repeat(1_000_000)}\r\n\r\n`],
    ['parameters', `Content-Type: text/plain${';a'.repeat(1_000_000)}\r\n\r\n`],
    ['encoded words', `Subject: ${'=?'.repeat(1_000_000)}\r\n\r\n`],
    ['boundaries', `Content-Type: multipart/mixed; boundary=a\r\n\r\n${'--a\r\n'.repeat(500_000)}`],
  ])('takes time in proportion for a message of many %s', (_name, text) => {
    const begin = performance.now();
    readMime(Buffer.from(text));
    expect(performance.now() - begin).toBeLessThan(5000);
  });
});
