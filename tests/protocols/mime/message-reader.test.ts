import { describe, expect, test } from '@jest/globals';
import { MessageReader } from '../../../src/server/protocols/mime/index.ts';
import { inPieces, withLargeAttachment } from './messages.ts';

const reader = new MessageReader({ contentWithinMs: 120_000 });

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
