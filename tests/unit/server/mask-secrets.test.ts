import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findSecrets } from '../../../src/server/diagnosis/mask-secrets.ts';
import { formatServiceKey } from '../../../src/server/features/service-keys/service-key-text.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const jwt = `eyJ0eXAiOiJKV1QifQ.${'eyJhdWQiOiJ4In0'.repeat(9)}.c2lnbmF0dXJl`;
const plain = base64('\0anna@muster.example\0Winter-2026');
const xoauth2 = base64(`user=anna@muster.example\x01auth=Bearer ${jwt}\x01\x01`);
const serviceKey = formatServiceKey({
  tenantId: 'aaaaaaaa-1111-4222-8333-444444444444',
  keyId: 'bbbbbbbb-1111-4222-8333-444444444444',
  secret: Buffer.alloc(32, 7),
});

describe('a credential in a pasted text is named and hidden', () => {
  test.each([
    ['client-secret', 'Wq18Q~abcDEFghiJKLmnoPQRstuVWXyz0123456', 'The value is % as Entra showed it'],
    [
      'client-secret',
      'Wq18Q%7EabcDEFghiJKLmnoPQRstuVWXyz0123456',
      'grant_type=client_credentials&client_secret=%',
    ],
    ['client-secret', 'short-one', 'CONNECT_CLIENT_SECRET=%'],
    ['client-secret', 'a value, with blanks', '"clientSecret": "%", "x": 1'],
    ['client-secret', 'in-a-log-line', String.raw`{"msg":"{\"client_secret\":\"%\"}"}`],
    ['access-token', jwt, 'Authorization: Bearer %'],
    ['access-token', jwt, '{"access_token":"%"}'],
    ['access-token', jwt, 'a log line with % in it'],
    ['access-token', xoauth2, 'C: AUTH XOAUTH2 %\r\nS: 535 5.7.3 Authentication unsuccessful'],
    ['access-token', xoauth2, 'C: AUTH XOAUTH2\r\nS: 334 \r\nC: %\r\n'],
    ['refresh-token', '0.AXoA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8S9t0-_AbCdEf', 'stored % for anna'],
    ['refresh-token', 'named-only', 'grant_type=refresh_token&refresh_token=%'],
    [
      'authorization-code',
      '0.AXoA1b2C3d4E5f',
      'https://connect.example/auth/mailbox/callback?code=%&state=x',
    ],
    ['password', plain, 'AUTH PLAIN %'],
    ['password', plain, '+ \r\n%\r\n-ERR Logon failure'],
    [
      'password',
      base64('Winter-2026'),
      '334 VXNlcm5hbWU6\r\nYW5uYUBtdXN0ZXI=\r\n334 UGFzc3dvcmQ6\r\n%\r\n535 5.7.3',
    ],
    ['password', base64('Winter-2026'), '10:01:02 S: 334 UGFzc3dvcmQ6\n10:01:02 C: %\n'],
    ['password', base64('Wintér-2026'), 'AUTH LOGIN\r\nYW5uYUBtdXN0ZXI=\r\n%\r\n'],
    ['password', base64('Winter-2026'), 'C: AUTH LOGIN YW5uYUBtdXN0ZXI=\nC: %\n'],
    ['password', 'Winter 2026', 'C: USER anna\r\nC: PASS %\r\nS: -ERR Logon failure'],
    ['password', 'Winter-2026', 'smtp password=%; port=587'],
    ['password', base64('anna:Winter-2026'), 'Authorization: Basic %'],
    ['service-key', serviceKey, 'curl -H "X-Key: %"'],
    ['service-key', serviceKey.slice(0, 40), 'a key that was cut: %'],
  ])('%s (%#)', (kind, secret, text) => {
    const [before = '', after = ''] = text.split('%');
    const { masked, kinds } = findSecrets(before + secret + after);
    expect(kinds).toEqual([kind]);
    expect(masked).not.toContain(secret);
    expect(masked).toContain('[hidden]');
    expect(masked.startsWith(before)).toBe(true);
  });

  test('several in one text, each kind once', () => {
    const { kinds } = findSecrets(`client_secret=abcdef&refresh_token=ghijkl ${jwt} ${jwt}`);
    expect(kinds).toEqual(['client-secret', 'refresh-token', 'access-token']);
  });

  test('the rest of a token that was wrapped goes too, without a kind of its own', () => {
    const wrapped = xoauth2.replaceAll(/.{76}/g, '$&\r\n');
    expect(findSecrets(`AUTH XOAUTH2 ${wrapped}`).masked).not.toMatch(/[A-Za-z0-9+/]{60}/);
  });

  test('cookies and long runs are hidden, but nobody is warned of them', () => {
    expect(findSecrets('Set-Cookie: fpc=AbC1; path=/')).toEqual({
      masked: 'Set-Cookie: [hidden]',
      kinds: [],
    });
    expect(findSecrets(`id ${'a1'.repeat(30)}`)).toEqual({ masked: 'id [hidden]', kinds: [] });
  });
});

test.each([
  'AADSTS7000215: Invalid client secret provided. Ensure the secret being sent is the client secret value.',
  'The request body must contain the following parameter: ’client_assertion’ or ’client_secret’.',
  '535 5.7.139 Authentication unsuccessful, basic authentication is disabled. Basic authentication is off',
  'WWW-Authenticate: Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2"',
  'Bearer authentication is needed.',
  '250-AUTH LOGIN PLAIN XOAUTH2\r\n250-8BITMIME\r\n250 CHUNKING',
  '250-AUTH LOGIN XOAUTH2\r\n250 CHUNKING',
  'AUTH LOGIN failed\r\nPlease try again',
  '-ERR Logon failure: unknown user name or bad password.',
  'Authentication-Results: spf=pass; dkim=pass; dmarc: PASS header.from=muster.example',
  `334 ${base64('{"status":"400","schemes":"Bearer"}')}`,
  "Application '9b1c2f60-6d0a-4c51-8a3e-2f1f0f6f7a01' https://login.microsoftonline.com/error?code=700016",
])('what a reader looks for stays: %s', (text) => {
  expect(findSecrets(text).kinds).toEqual([]);
  // The challenge is long enough to be hidden to be on the safe side.
  if (!text.startsWith('334')) expect(findSecrets(text).masked).toBe(text);
});

test('nothing around a credential brings it to light', () => {
  const secrets = [jwt, plain, xoauth2, serviceKey, 'Wq18Q~abcDEFghiJKLmnoPQRstuVWXyz0123456'];
  const words = [
    ...[
      'client_secret=',
      'password:',
      'AUTH PLAIN',
      'AUTH LOGIN\n',
      'Bearer',
      'C: PASS',
      'code=',
      '334 UGFzc3dvcmQ6\n',
    ],
    ...['"', '\\', '\n', '{', '=', '535 5.7.3'],
  ];
  const part = fc.oneof(fc.constantFrom(...secrets, ...words), fc.string());
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      const { masked } = findSecrets(parts.join(' '));
      for (const secret of secrets) expect(masked).not.toContain(secret);
    }),
    { numRuns: 2000 },
  );
});
