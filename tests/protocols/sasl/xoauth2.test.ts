import { describe, expect, test } from '@jest/globals';
import { readXoauth2Refusal, xoauth2Response } from '../../../src/server/protocols/sasl/index.ts';

describe('SASL XOAUTH2', () => {
  test('the response is the one of the example in Microsoft documentation', () => {
    const decoded = Buffer.from(
      xoauth2Response('test@contoso.onmicrosoft.com', 'EwBAAl3BAAUFFpUAo7J3Ve0bjLBWZWCclRC3EoAA'),
      'base64',
    );
    expect(decoded.toString()).toBe(
      'user=test@contoso.onmicrosoft.com\x01auth=Bearer EwBAAl3BAAUFFpUAo7J3Ve0bjLBWZWCclRC3EoAA\x01\x01',
    );
  });

  test('a name of another script keeps its characters', () => {
    expect(Buffer.from(xoauth2Response('zürich@bücher.example', 't'), 'base64').toString()).toContain(
      'user=zürich@bücher.example\x01',
    );
  });

  test.each(['', 'a\x01auth=Bearer other', 'a\r\nDELE 1', 'a\0'])('the user name %j is not sent', (user) => {
    expect(() => xoauth2Response(user, 'token')).toThrow(TypeError);
  });

  test.each(['', 'a\x01b', 'a\n'])('the token %j is not sent, and the error does not repeat it', (token) => {
    expect(() => xoauth2Response('anna@muster.example', token)).toThrow(
      'the access token is not fit for XOAUTH2',
    );
  });

  test('a refusal is decoded into its fields', () => {
    const text = '{"status":401,"schemes":"bearer","scope":"https://outlook.office.com/","other":{}}';
    expect(readXoauth2Refusal(Buffer.from(text).toString('base64'))).toEqual({
      text,
      status: '401',
      schemes: 'bearer',
      scope: 'https://outlook.office.com/',
    });
  });

  test.each([
    ['not base64 at all!', 'not base64 at all!'],
    ['', ''],
    [Buffer.from('[1]').toString('base64'), '[1]'],
    [Buffer.from('null').toString('base64'), 'null'],
    [Buffer.from('{"status":{}}').toString('base64'), '{"status":{}}'],
  ])('the odd challenge %j is passed on as text', (challenge, text) => {
    expect(readXoauth2Refusal(challenge)).toEqual({ text });
  });
});
