import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shownHeaderLines } from '../../../src/server/features/mail-retrieval/header-lines.ts';
import { readMessageHeader } from '../../../src/server/features/mail-retrieval/message-header-service.ts';
import { readListing, uidlHash } from '../../../src/server/features/mail-retrieval/uidl-listing.ts';

describe('a UIDL listing', () => {
  const entry = (number: number, uid: string) => ({ number, uid });

  test('gives every message its key', () => {
    const { messages, untellable } = readListing([entry(1, 'a'), entry(2, 'b')], 2);
    expect(messages).toEqual([
      { number: 1, hash: uidlHash('a') },
      { number: 2, hash: uidlHash('b') },
    ]);
    expect(uidlHash('a')).toHaveLength(16);
    expect(untellable).toBe(0);
  });

  test.each([
    ['a UIDL comes twice', [entry(1, 'a'), entry(2, 'a'), entry(3, 'b')], 3, [3], 2],
    ['a message comes twice', [entry(1, 'a'), entry(1, 'b'), entry(2, 'c')], 2, [2], 1],
    ['a message has none', [entry(1, 'a'), entry(3, 'c')], 3, [1, 3], 1],
    ['a message is listed that is not there', [entry(1, 'a'), entry(9, 'z')], 1, [1], 1],
    ['nothing is listed', [], 4, [], 4],
  ])('where %s, those concerned are left alone and counted', (_, entries, count, numbers, untellable) => {
    const listing = readListing(entries, count);
    expect(listing.messages.map(({ number }) => number)).toEqual(numbers);
    expect(listing.untellable).toBe(untellable);
  });
});

describe('the header of a message', () => {
  const read = (text: string | Buffer) =>
    readMessageHeader(typeof text === 'string' ? Buffer.from(text, 'latin1') : text);

  test('is decoded, whatever its lines are folded and encoded like', async () => {
    const header = await read(
      'Received: x\r\nTO: somebody\r\nFROM: =?utf-8?Q?J=C3=BCrg?= <juerg@muster.example>\r\n' +
        'Subject: =?iso-8859-1?Q?Vertrag_Z=FCrich?=\r\n  zweite Zeile\r\nMessage-ID: <1@muster.example>\r\n' +
        'Date: Sun, 22 Nov 2026 10:00:00 +0100\r\n\r\nSubject: not this one\r\n',
    );
    expect(header).toEqual({
      from: { name: 'Jürg', address: 'juerg@muster.example' },
      subject: 'Vertrag Zürich zweite Zeile',
      sentAt: '2026-11-22T09:00:00.000Z',
      messageId: '<1@muster.example>',
    });
  });

  test.each([
    ['is empty', ''],
    ['has no header', '\r\nonly a body'],
    ['is one endless line', 'x'.repeat(64 * 1024)],
    [
      'holds nonsense in every field',
      'From: \0\xff@@<<\r\nDate: yesterday\r\nSubject:\r\nMessage-ID: \0\r\n\r\n',
    ],
    ['has line feeds alone', 'From: a@b.example\nSubject: x\n\nbody'],
  ])('that %s stops nothing', async (_, text) => {
    expect(Object.keys(await read(text)).sort()).toEqual(['from', 'messageId', 'sentAt', 'subject']);
  });

  test('is never larger than what a list can show, and fits a database, whatever comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (octets) => {
        const text = JSON.stringify(
          await read(Buffer.concat([Buffer.from('Subject: '), octets, Buffer.from('\r\nFrom: '), octets])),
        );
        expect(text.length).toBeLessThan(20_000);
        expect(text).not.toContain('\\u0000');
      }),
      { numRuns: 200 },
    );
  });

  test('costs nothing for ten thousand recipients', () => {
    const to = `To: ${Array.from({ length: 10_000 }, (_, n) => `p${n}@muster.example`).join(',\r\n ')}\r\n`;
    const lines = shownHeaderLines(Buffer.from(`Subject: all\r\n${to}From: a@muster.example\r\n\r\n`));
    expect(lines.toString()).toBe('Subject: all\r\nFrom: a@muster.example\r\n\r\n');
  });
});
