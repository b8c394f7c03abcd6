import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { emptySse, mostPendingCharacters, readSse } from '../../../../src/client/api/sse-parser.ts';

/** Feeds the pieces one after the other and collects all data. */
function readAll(pieces: string[]): string[] {
  let state = emptySse;
  return pieces.flatMap((piece) => {
    const read = readSse(state, piece);
    state = read.state;
    return read.data;
  });
}

const line = fc.string().map((text) => text.replace(/[\r\n]/g, ' '));
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');

describe('an event stream', () => {
  test('gives the same events wherever the network cuts it', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        lineEnd,
        fc.array(fc.nat(400), { maxLength: 12 }),
        (texts, end, cuts) => {
          // A lone CR before the next event's first line is only known for one when that line has begun.
          const stream = texts.map((text) => `event: x${end}data: ${text}${end}${end}`).join('') + ': end';
          const places = [...new Set(cuts.map((cut) => cut % stream.length))].sort((a, b) => a - b);
          const pieces = [0, ...places].map((place, index) =>
            stream.slice(place, places[index] ?? stream.length),
          );
          expect(readAll(pieces)).toEqual(texts);
        },
      ),
    );
  });

  test('joins the lines of one event and leaves one blank after the colon away', () => {
    expect(readAll(['data: one\ndata:two\n\n'])).toEqual(['one\ntwo']);
  });

  test('passes over heartbeats and events without data', () => {
    expect(readAll([': still here\n\n', 'event: x\nid: 1\n\n', 'data: y\n\n'])).toEqual(['y']);
  });

  test('keeps an unfinished event to itself', () => {
    expect(readAll(['data: half'])).toEqual([]);
  });

  test('is given up when an event never ends', () => {
    expect(() => readAll(['data: ', 'x'.repeat(mostPendingCharacters)])).toThrow(RangeError);
  });
});
