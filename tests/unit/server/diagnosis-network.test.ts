import { describe, expect, test } from '@jest/globals';
import { diagnose, type Evidence } from '../../../src/server/diagnosis/index.ts';
import {
  createHttpExchange,
  refusalOfError,
  type HttpExchange,
} from '../../../src/server/protocols/http/index.ts';
import { startReplayServer } from '../../support/replay-server.ts';

const failed = (code: string | undefined, message = 'it failed') =>
  diagnose({
    protocol: 'entra',
    stage: 'app-token',
    networkError: { message, host: 'login.microsoftonline.com', ...(code ? { code } : {}) },
  });

describe('a connection that fails', () => {
  test.each([
    ['ENOTFOUND', 'dns'],
    ['EAI_AGAIN', 'dns'],
    ['EDNS', 'dns'],
    ['ECONNREFUSED', 'network-unreachable'],
    ['EHOSTUNREACH', 'network-unreachable'],
    ['ENETUNREACH', 'network-unreachable'],
    ['ETIMEDOUT', 'timeout'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
    ['TimeoutError', 'timeout'],
    ['ECONNRESET', 'connection-dropped'],
    ['EPIPE', 'connection-dropped'],
    ['UND_ERR_SOCKET', 'connection-dropped'],
    ['CERT_HAS_EXPIRED', 'tls-untrusted'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls-untrusted'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tls-untrusted'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls-untrusted'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls-untrusted'],
  ])('with %s is explained as %s', (code, cause) => {
    expect(failed(code)).toMatchObject({
      cause,
      tokenLost: false,
      confidence: 'certain',
      facts: { error: code, host: 'login.microsoftonline.com' },
    });
  });

  test.each([
    ['ESOCKET', 'connect ECONNREFUSED 192.0.2.1:587', 'network-unreachable'],
    ['ESOCKET', 'self-signed certificate in certificate chain', 'tls-untrusted'],
    [
      'EPROTO',
      'write EPROTO 80:error:0A00010B:SSL routines:ssl3_get_record:wrong version number',
      'proxy-blocked',
    ],
    [undefined, 'getaddrinfo ENOTFOUND login.microsoftonline.com', 'dns'],
    [undefined, 'socket hang up', 'connection-dropped'],
    [undefined, 'something else', 'unknown'],
  ])('behind the wrapper %s keeps its reason: %s', (code, message, cause) => {
    expect(failed(code, message).cause).toBe(cause);
  });

  test('an intercepted certificate names the proxy as the other possibility', () => {
    expect(failed('SELF_SIGNED_CERT_IN_CHAIN').alternatives).toEqual(['proxy-blocked']);
  });

  describe('in a real request', () => {
    const exchangeWith = (origin: string, timeoutMs = 5000): HttpExchange =>
      createHttpExchange({ origins: [origin], timeoutMs, maxBytes: 1000 });
    const verdictOn = async (request: Promise<unknown>) => {
      const refusal = await request.then(() => ({}), refusalOfError);
      return diagnose({ protocol: 'entra', stage: 'refresh', ...refusal });
    };

    test('a server that resets has dropped the connection', async () => {
      const server = await startReplayServer([{ path: '/token', reply: 'reset' }]);
      const result = await verdictOn(exchangeWith(server.url)(`${server.url}/token`, { method: 'POST' }));
      await server.close();
      expect(result).toMatchObject({ cause: 'connection-dropped', retry: 'later', tokenLost: false });
    });

    test('a server that never answers is a timeout', async () => {
      const server = await startReplayServer([{ path: '/token', reply: 'hang' }]);
      const result = await verdictOn(exchangeWith(server.url, 50)(`${server.url}/token`, { method: 'POST' }));
      await server.close();
      expect(result.cause).toBe('timeout');
    });

    test('a port where nobody listens is unreachable', async () => {
      const server = await startReplayServer([]);
      await server.close();
      const result = await verdictOn(exchangeWith(server.url)(server.url, { method: 'GET' }));
      expect(result).toMatchObject({ cause: 'network-unreachable', facts: { host: '127.0.0.1' } });
    });
  });
});

describe('an answer that is not from Microsoft', () => {
  const portal =
    '<!DOCTYPE html><html><head><title>Guest network</title><style>b{color:red}</style></head><body><b>Please</b> sign in &amp; continue</body></html>';
  const answered = (evidence: Partial<Evidence>) =>
    diagnose({ protocol: 'entra', stage: 'app-token', ...evidence });

  test.each([[200], [302], [403], [404]])("a page with status %i is the firm's own box", (httpStatus) => {
    expect(answered({ httpStatus, raw: portal })).toMatchObject({
      cause: 'proxy-blocked',
      whoCanFix: 'admin',
    });
  });
  test.each([[502], [503], [504]])(
    'a page with status %i without a name may be either side',
    (httpStatus) => {
      expect(answered({ httpStatus, raw: portal })).toMatchObject({
        cause: 'service-unavailable',
        alternatives: ['proxy-blocked'],
      });
    },
  );
  test('a page with status 503 that names a filter is the filter', () => {
    expect(answered({ httpStatus: 503, raw: portal.replace('Guest network', 'Zscaler') })).toMatchObject({
      cause: 'proxy-blocked',
    });
  });
  test('407 and 511 are exact', () => {
    expect(answered({ httpStatus: 407, raw: '' })).toMatchObject({
      cause: 'proxy-blocked',
      confidence: 'certain',
    });
    expect(answered({ httpStatus: 511, raw: '' })).toMatchObject({
      cause: 'proxy-blocked',
      confidence: 'certain',
    });
  });
  test('JSON of another product is not taken for Entra', () => {
    expect(answered({ httpStatus: 403, raw: '{"message":"Forbidden"}' }).cause).toBe('proxy-blocked');
  });
  test('an error page of Microsoft itself is read by its number', () => {
    expect(
      answered({ stage: 'authorize-callback', raw: `<html><body>Sorry, AADSTS50011 happened</body></html>` })
        .cause,
    ).toBe('redirect-mismatch');
  });
  test('the page is shown as words, without markup', () => {
    expect(answered({ httpStatus: 200, raw: portal }).facts.message).toBe(
      'Guest network Please sign in &amp; continue',
    );
  });
  test('an empty 503 is an outage, an empty 200 of the token endpoint is not an answer', () => {
    expect(answered({ httpStatus: 503, raw: '' }).cause).toBe('service-unavailable');
    expect(answered({ httpStatus: 200, raw: '' }).cause).toBe('proxy-blocked');
  });
});
