import { createSecretKey } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  EncryptionError,
  parseHeader,
  placeAad,
  seal,
  unseal,
  withHeader,
} from '../../../src/server/storage/encryption/envelope.ts';

const key = createSecretKey(Buffer.alloc(32, 7));
const bytes = (hex: string) => Buffer.from(hex, 'hex');

describe('envelope', () => {
  test('gives the known answer of test case 16 of the GCM specification', () => {
    // McGrew and Viega, "The Galois/Counter Mode of Operation", appendix B: AES-256 with additional data.
    const specKey = createSecretKey(
      bytes('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308'),
    );
    const iv = bytes('cafebabefacedbaddecaf888');
    const aad = bytes('feedfacedeadbeeffeedfacedeadbeefabaddad2');
    const plaintext = bytes(
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    );
    const ciphertext =
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662';
    const tag = '76fc6ece0f4e1768cddf8853bb2d551b';
    expect(seal(specKey, aad, plaintext, iv).toString('hex')).toBe(iv.toString('hex') + ciphertext + tag);
  });

  test('the stored format is version, key number, IV, ciphertext, tag', () => {
    const stored = withHeader(258, seal(key, Buffer.alloc(0), Buffer.from('abc'), Buffer.alloc(12, 1)));
    expect(stored.toString('hex')).toMatch(/^010102(01){12}/);
    expect(stored).toHaveLength(1 + 2 + 12 + 3 + 16);
    expect(parseHeader(stored).keyNumber).toBe(258);
  });

  test('any text comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.uint8Array(), (text, aad) => {
        const sealed = seal(key, Buffer.from(aad), Buffer.from(text));
        expect(unseal(key, Buffer.from(aad), sealed).toString()).toBe(Buffer.from(text).toString());
      }),
    );
  });

  test('no single bit can be changed unnoticed', () => {
    const sealed = seal(key, Buffer.from('place'), Buffer.from('refresh token'));
    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
        const changed = Buffer.from(sealed);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        expect(() => unseal(key, Buffer.from('place'), changed)).toThrow(EncryptionError);
      }),
    );
  });

  test.each([0, 1, 2, 14, 27, 30])('a value cut to %d bytes is called damaged', (length) => {
    const stored = withHeader(1, seal(key, Buffer.alloc(0), Buffer.from('x'))).subarray(0, length);
    expect(() => unseal(key, Buffer.alloc(0), parseHeader(stored).sealed)).toThrow(/damaged/);
  });

  test('a value of a later format is refused', () => {
    expect(() => parseHeader(Buffer.from([2, 0, 1]))).toThrow(EncryptionError);
  });

  test('two places never share their additional data, whatever their names hold', () => {
    const place = fc.record({
      tenantId: fc.string(),
      table: fc.string(),
      rowId: fc.string(),
      column: fc.string(),
    });
    fc.assert(
      fc.property(place, place, (a, b) => {
        fc.pre(
          Object.keys(a).some(
            (part) => a[part as 'table'].toLowerCase() !== b[part as 'table'].toLowerCase(),
          ),
        );
        expect(placeAad(a).equals(placeAad(b))).toBe(false);
      }),
    );
    const cut = (tenantId: string, table: string) => placeAad({ tenantId, table, rowId: '', column: '' });
    expect(cut('a","b', 'c').equals(cut('a', 'b","c'))).toBe(false);
  });
});
