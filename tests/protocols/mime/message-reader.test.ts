import { describe, expect, test } from '@jest/globals';
import { MessageReader } from '../../../src/server/protocols/mime/index.ts';
import { inPieces, withLargeAttachment } from './messages.ts';

const reader = new MessageReader({ contentWithinMs: 120_000 });
const read = async (message: string | Buffer, size?: number) => {
  const content = await reader.content(inPieces(message, size));
  if (content === null) throw new Error('unreadable');
  return content;
};

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

  test('8 bit without a character set: said to be incomplete where it is not UTF-8', async () => {
    expect(await read(Buffer.from('\r\nGr\xfcezi', 'latin1'))).toMatchObject({ incomplete: true });
    expect(await read('\nGrüezi')).toMatchObject({ text: 'Grüezi', incomplete: false });
  });

  test('10,000 recipients: the first ones, and that there are more', async () => {
    const all = Array.from({ length: 10_000 }, (_, n) => `P${n} <p${n}@muster.example>`).join(',\n ');
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

describe('the server', () => {
  test('holds little of a large message, and finds what stands after the attachment', async () => {
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
    const content = await reader.content(withLargeAttachment(50));
    clearInterval(watch);
    expect(content).toMatchObject({
      text: 'Before\nAfter',
      attachments: [{ name: 'large.pdf', octets: expect.any(Number) }],
      incomplete: false,
    });
    expect(content!.attachments[0]!.octets).toBeGreaterThan(36_000_000);
    expect(most - before).toBeLessThan(250_000_000);
  });

  test('goes on when a message keeps a parser busy without end', async () => {
    const impatient = new MessageReader({ contentWithinMs: 3_000 });
    const groups = `To: ${'g: '.repeat(200_000)}\n\nText`;
    let turns = 0;
    const beat = setInterval(() => turns++, 10);
    expect(await impatient.content(inPieces(groups))).toBeNull();
    clearInterval(beat);
    expect(turns).toBeGreaterThan(20);
    expect(await impatient.content(inPieces('\nNext'))).toMatchObject({ text: 'Next' });
  });

  test('takes the others in turn', async () => {
    const narrow = new MessageReader({ atOnce: { content: 1, attachment: 1 } });
    const texts = await Promise.all(
      ['one', 'two', 'three'].map(async (text) => (await narrow.content(inPieces(`\n${text}`)))?.text),
    );
    expect(texts).toEqual(['one', 'two', 'three']);
  });

  test('tells when the content fails', async () => {
    async function* failing(): AsyncGenerator<Buffer> {
      yield Buffer.from('Subject: x\r\n\r\nText');
      throw new Error('the content is gone');
    }
    await expect(reader.content(failing())).rejects.toThrow('the content is gone');
    await expect(reader.attachment(failing(), 0)).rejects.toThrow('the content is gone');
  });
});

describe('an attachment', () => {
  const message =
    "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nText\n--b\nContent-Type: text/csv; name=a.csv\n\n1,2\n--b\nContent-Type: text/csv\nContent-Disposition: attachment; filename*=utf-8''%C3%BC.csv\nContent-Transfer-Encoding: base64\n\nMyw0\n--b--\n";
  const open = async (index: number) => {
    const opened = await reader.attachment(inPieces(message), index);
    if (opened === null) return null;
    const pieces: Buffer[] = [];
    for await (const piece of opened.octets as AsyncIterable<Buffer>) pieces.push(piece);
    return { name: opened.name, type: opened.type, text: Buffer.concat(pieces).toString() };
  };

  test('comes decoded, by its place', async () => {
    expect(await open(0)).toEqual({ name: 'a.csv', type: 'text/csv', text: '1,2' });
    expect(await open(1)).toEqual({ name: 'ü.csv', type: 'text/csv', text: '3,4' });
    expect(await open(2)).toBeNull();
  });

  test('ends with an error when its content breaks off: nobody takes a piece for the whole', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      let pieces = 0;
      for await (const piece of withLargeAttachment(20)) {
        if (++pieces > 100) throw new Error('the content is gone');
        yield piece;
      }
    }
    const opened = await reader.attachment(broken(), 0);
    const readAll = async () => {
      for await (const piece of opened!.octets as AsyncIterable<Buffer>)
        expect(piece.length).toBeGreaterThan(0);
    };
    await expect(readAll()).rejects.toThrow('the content is gone');
  });

  test('is given up when nobody wants it any more, and its turn is free', async () => {
    const narrow = new MessageReader({ atOnce: { content: 1, attachment: 1 } });
    const first = await narrow.attachment(withLargeAttachment(50), 0);
    first!.octets.destroy();
    const second = await narrow.attachment(inPieces(message), 0);
    expect(second?.name).toBe('a.csv');
    second!.octets.destroy();
  });
});
