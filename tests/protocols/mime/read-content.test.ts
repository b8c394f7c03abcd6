import { describe, expect, test } from '@jest/globals';
import { readContent } from '../../../src/server/protocols/mime/read-content.ts';
import { inPieces } from './messages.ts';

const read = (message: string | Buffer, size?: number) => readContent(inPieces(message, size));
const quotedPrintable = (text: Buffer) =>
  Buffer.from([...text].map((octet) => `=${octet.toString(16).toUpperCase().padStart(2, '0')}`).join(''));

describe('a message is taken apart', () => {
  test('people, also those of a group', async () => {
    const { to, cc, text } = await read(
      'From: a@muster.example\nTo: "Anna Müller" <anna@muster.example>, team: b@muster.example, =?utf-8?q?C=C3=A9?= <c@muster.example>;\nCc: d@muster.example\n\nHallo\n',
    );
    expect(to).toEqual([
      { name: 'Anna Müller', address: 'anna@muster.example' },
      { name: null, address: 'b@muster.example' },
      { name: 'Cé', address: 'c@muster.example' },
    ]);
    expect(cc).toEqual([{ name: null, address: 'd@muster.example' }]);
    expect(text).toBe('Hallo\n');
  });

  test('a text is made of HTML where there is nothing else', async () => {
    const html = 'Content-Type: text/html; charset=utf-8\n\n<p>Guten <b>Tag</b></p><p>Zeile</p>';
    expect((await read(html)).text).toBe('Guten Tag\n\nZeile');
    const related = `Content-Type: multipart/related; boundary=r\n\n--r\n${html}\n--r--\n`;
    expect((await read(related)).text).toBe('Guten Tag\n\nZeile');
  });

  test('both forms of an alternative', async () => {
    const { text, html } = await read(
      'Content-Type: multipart/alternative; boundary=b\n\n--b\n\nText\n--b\nContent-Type: text/html\n\n<b>HTML</b>\n--b--\n',
    );
    expect({ text, html }).toEqual({ text: 'Text', html: '<b>HTML</b>' });
  });

  test('what stands beside HTML is not lost in either form', async () => {
    const { text, html } = await read(
      'Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<b>Brief</b>\n--b\n\nFusszeile\n--b--\n',
    );
    for (const form of [text, html]) {
      expect(form).toContain('Brief');
      expect(form).toContain('Fusszeile');
    }
  });

  test.each(['windows-1252', 'iso-8859-15'])('characters in %s', async (charset) => {
    const euro = charset === 'windows-1252' ? 0x80 : 0xa4;
    const head = Buffer.from(`Content-Type: text/plain; charset=${charset}\r\n\r\nGr\xfcezi `, 'latin1');
    expect((await read(Buffer.concat([head, Buffer.from([euro])]))).text).toBe('Grüezi €');
  });

  test.each([
    ['no character set', 'Content-Type: text/plain'],
    ['no type', 'X-Mailer: old'],
    ['US-ASCII', 'Content-Type: text/plain; charset=us-ascii'],
    ['no character set, HTML', 'Content-Type: text/html'],
    ['quoted-printable', 'Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable'],
  ])('8 bit text with %s: UTF-8, or else windows-1252 as Outlook writes it', async (name, head) => {
    const octets = [Buffer.from('Grüezi, 5 €'), Buffer.from('Gr\xfcezi, 5 \x80', 'latin1')];
    for (const text of octets) {
      const written = name === 'quoted-printable' ? quotedPrintable(text) : text;
      const message = Buffer.concat([Buffer.from(`${head}\r\n\r\n`), written]);
      expect(await read(message)).toMatchObject({ text: 'Grüezi, 5 €', incomplete: false });
    }
  });

  test('pictures of the text are put into it, others stay attachments', async () => {
    const png = Buffer.from('not really a picture').toString('base64');
    const part = (id: string, type: string) =>
      `--b\nContent-Type: ${type}\nContent-ID: <${id}>\nContent-Transfer-Encoding: base64\n\n${png}\n`;
    const { html, attachments } = await read(
      `Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<img src="cid:one@x"><img src="cid:two@x"><img src="cid:none">\n${part('one@x', 'image/png')}${part('two@x', 'image/svg+xml')}--b--\n`,
    );
    expect(html).toBe(`<img src="data:image/png;base64,${png}"><img><img>`);
    expect(attachments).toEqual([
      { name: null, type: 'image/png', octets: 20, embedded: true },
      { name: null, type: 'image/svg+xml', octets: 20, embedded: false },
    ]);
  });

  test('a message in a message is an attachment, however deep', async () => {
    let message = 'Subject: innermost\n\nText\n';
    for (let depth = 0; depth < 50; depth++) {
      message = `Content-Type: multipart/mixed; boundary=b${depth}\n\n--b${depth}\n\n${depth}\n--b${depth}\nContent-Type: message/rfc822\nContent-Disposition: inline\n\n${message}\n--b${depth}--\n`;
    }
    const { text, attachments } = await read(message);
    expect(text).toBe('49');
    expect(attachments).toMatchObject([{ type: 'message/rfc822' }]);
  });

  test('octet by octet as in one piece', async () => {
    const message = 'To: Anna <anna@muster.example>\nContent-Type: text/plain; charset=utf-8\n\nGrüezi €\n';
    expect(await read(message, 1)).toEqual(await read(message));
  });
});

describe('bad messages', () => {
  test.each([
    ['nothing', ''],
    ['no header', '\n\nText'],
    ['a boundary that never comes', 'Content-Type: multipart/mixed; boundary=b\n\nText'],
    ['a boundary without end', 'Content-Type: multipart/mixed; boundary=b\n\n--b\n\nText'],
    ['no boundary', 'Content-Type: multipart/mixed\n\nText'],
    ['broken base64', 'Content-Transfer-Encoding: base64\n\n!!!=\u0000==zzz'],
    ['an unknown character set', 'Content-Type: text/plain; charset=klingon\n\nText'],
    ['NUL', 'Subject: a\u0000b\n\nTe\u0000xt\u0000'],
    ['no content of any kind', Buffer.from(Array.from({ length: 100_000 }, (_, n) => (n * 7919) % 256))],
  ])('%s: answered without failing', async (_name, message) => {
    const { text } = await read(message);
    expect(text).not.toContain('\0');
  });

  test('what the named character set does not contain: said to be incomplete', async () => {
    const latin = Buffer.from('Content-Type: text/plain; charset=utf-8\r\n\r\nGr\xfcezi', 'latin1');
    expect(await read(latin)).toMatchObject({ text: 'Gr\uFFFDezi', incomplete: true });
  });

  test('3,000 recipients: the first ones, and that there are more', async () => {
    const all = Array.from({ length: 3_000 }, (_, n) => `P${n} <p${n}@muster.example>`).join(',\n ');
    const { to, text, incomplete } = await read(`To: ${all}\n\nText`);
    expect(to).toHaveLength(500);
    expect(to[499]).toEqual({ name: 'P499', address: 'p499@muster.example' });
    expect({ text, incomplete }).toEqual({ text: 'Text', incomplete: true });
  });

  test.each([
    ['parts', '--b\n\nx\n'],
    ['attachments', '--b\nContent-Type: application/pdf\n\nx\n'],
  ])('%s without end: so many, and that there are more', async (_name, part) => {
    const message = `Content-Type: multipart/mixed; boundary=b\n\n--b\n\nFirst\n${part.repeat(50_000)}--b--\n`;
    const { text, attachments, incomplete } = await read(message);
    expect(text).toMatch(/^First/);
    expect(attachments.length).toBeLessThanOrEqual(200);
    expect(incomplete).toBe(true);
  });

  test.each([
    [
      'parts in parts',
      Array.from(
        { length: 5000 },
        (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`,
      ).join(''),
    ],
    ['elements in elements', `Content-Type: text/html\n\n${'<div>'.repeat(100_000)}x`],
    ['a header of three megabytes', `Subject: ${'x'.repeat(3_000_000)}\n\nText`],
  ])('%s: ends, and says that something is missing', async (_name, message) => {
    expect(await read(message)).toMatchObject({ incomplete: true });
  });

  test('twenty megabytes in one line, and of text: cut', async () => {
    const { text, incomplete } = await read(`Subject: x\n\n${'a'.repeat(20_000_000)}`);
    expect(text.length).toBeLessThanOrEqual(1024 * 1024);
    expect(incomplete).toBe(true);
  });
});
