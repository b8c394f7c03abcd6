import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ReplyParser, ReplyViolation } from '../../../src/server/protocols/pop3/reply-parser.ts';

const maxLineOctets = 64;

interface Parsed {
  lines: string[];
  /** Octets as latin1, one character each. */
  bodies: string[];
}

/** Everything that starts with +OK is taken as the head of a multi-line reply. */
function parse(chunks: readonly Buffer[]): Parsed & { error?: unknown } {
  const parsed: Parsed = { lines: [], bodies: [] };
  let body = '';
  const parser = new ReplyParser(
    {
      line: (line) => {
        parsed.lines.push(line.toString('latin1'));
        return line.toString('latin1').startsWith('+OK');
      },
      body: (content) => (body += content.toString('latin1')),
      end: () => {
        parsed.bodies.push(body);
        body = '';
      },
    },
    maxLineOctets,
  );
  try {
    for (const chunk of chunks) parser.write(chunk);
    return parsed;
  } catch (error) {
    return { ...parsed, error };
  }
}

/** As a server sends it: dots at the start of a line doubled, the last line ended. */
function stuffed(content: Buffer): { wire: Buffer; content: string } {
  const text = content.toString('latin1');
  const ended = text === '' || text.endsWith('\r\n') ? text : `${text}\r\n`;
  const wire = `+OK\r\n${ended.replace(/(^|\r\n)\./g, '$1..')}.\r\n`;
  return { wire: Buffer.from(wire, 'latin1'), content: ended };
}

function cutAt(wire: Buffer, places: readonly number[]): Buffer[] {
  const cuts = [...new Set(places.map((place) => place % (wire.length + 1)))].sort((a, b) => a - b);
  return [...cuts, wire.length].map((end, index) => wire.subarray(cuts[index - 1] ?? 0, end));
}

/** Octets among which the ones that matter are frequent. */
const octets = fc
  .array(fc.oneof(fc.constantFrom('\r\n', '.', '\r', '\n', '\r\n.', '\0', '\xff'), fc.constant('a')), {
    maxLength: 40,
  })
  .map((pieces) => Buffer.from(pieces.join(''), 'latin1'));
const cuts = fc.array(fc.nat(200), { maxLength: 12 });

describe('reply parser', () => {
  test('any content arrives unchanged, wherever the packets are cut', () => {
    fc.assert(
      fc.property(fc.array(octets, { minLength: 1, maxLength: 3 }), cuts, (contents, places) => {
        const messages = contents.map(stuffed);
        const wire = Buffer.concat(messages.map((message) => message.wire));
        const parsed = parse(cutAt(wire, places));
        const expected = messages.map(({ content }) => content);
        return parsed.error === undefined && isDeepStrictEqual(parsed.bodies, expected);
      }),
      { numRuns: 10_000 },
    );
  });

  test('10,000 malformed streams: understood alike however they are cut, or refused', () => {
    const stream = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      fc
        .array(octets, { maxLength: 4 })
        .map((pieces) => Buffer.concat([Buffer.from('+OK x\r\n'), ...pieces])),
      fc.tuple(octets, octets).map(([head, body]) => Buffer.concat([head, Buffer.from('\r\n+OK\r\n'), body])),
    );
    fc.assert(
      fc.property(stream, cuts, (wire, places) => {
        const whole = parse([wire]);
        const pieces = parse(cutAt(wire, places));
        const isSound = ({ error }: { error?: unknown }) =>
          error === undefined || error instanceof ReplyViolation;
        return (
          [whole, pieces].every(isSound) &&
          (pieces.error === undefined) === (whole.error === undefined) &&
          isDeepStrictEqual([pieces.lines, pieces.bodies], [whole.lines, whole.bodies])
        );
      }),
      { numRuns: 10_000 },
    );
  });

  test('the end of a body may be split anywhere', () => {
    const wire = Buffer.from('+OK\r\nline\r\n..\r\n.\r\n+OK\r\n.\r\n');
    for (let cut = 0; cut <= wire.length; cut++) {
      const { bodies } = parse([wire.subarray(0, cut), wire.subarray(cut)]);
      expect(bodies).toEqual(['line\r\n.\r\n', '']);
    }
    expect(parse([...wire].map((octet) => Buffer.of(octet))).bodies).toEqual(['line\r\n.\r\n', '']);
  });

  test.each([
    ['after a bare LF', 'Subject: x\n.\r\n+OK\r\nforged\r\n', 'Subject: x\n.\r\n+OK\r\nforged\r\n'],
    ['after a bare CR', 'Subject: x\r.\r\n+OK\r\nforged\r\n', 'Subject: x\r.\r\n+OK\r\nforged\r\n'],
    // More follows on the line, so the dot counts as a stuffed one.
    ['before a bare LF', 'Subject: x\r\n.\n+OK\r\nforged\r\n', 'Subject: x\r\n\n+OK\r\nforged\r\n'],
  ])('a dot %s does not end a message, so that its sender cannot write replies', (_, inner, content) => {
    expect(parse([Buffer.from(`+OK\r\n${inner}.\r\n`)]).bodies).toEqual([content]);
  });

  test('a line over the limit is refused before its end has come', () => {
    const { error } = parse([Buffer.alloc(40, 'x'), Buffer.alloc(40, 'x')]);
    expect(error).toMatchObject({ failure: 'limit', message: 'a line of over 64 octets' });
  });

  test('a line that ends in LF alone is refused instead of waiting for an end that never comes', () => {
    expect(parse([Buffer.from('+OK\nSubject: x\n.\n')]).error).toMatchObject({ failure: 'protocol' });
  });
});
