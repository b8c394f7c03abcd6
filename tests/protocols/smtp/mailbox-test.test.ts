import { describe, expect, test } from '@jest/globals';
import {
  evidenceOf,
  SmtpError,
  testSmtp,
  type SmtpTestAnswer,
  type SmtpTestOptions,
  type SmtpTestStep,
} from '../../../src/server/protocols/smtp/index.ts';
import { selfSigned, type IssuedCertificate } from '../../support/certificates.ts';
import { startRelay } from '../pop3/relay.ts';
import { issue, type Script } from './scripted-server.ts';
import { credentials, serve } from './serve.ts';

const now = () => performance.now();
const stagesOf = ({ steps }: SmtpTestAnswer) => steps.map(({ stage }) => stage);

async function testOf(
  script: Script,
  more: Partial<SmtpTestOptions> = {},
  certificate?: IssuedCertificate,
): Promise<SmtpTestAnswer & { lines: readonly string[] }> {
  const server = await serve(script, certificate);
  const answer = await testSmtp({ ...server.target, credentials, now, ...more });
  const peer = await server.nextPeer();
  await peer.gone;
  return { ...answer, lines: peer.received };
}

function errorOf(answer: SmtpTestAnswer): SmtpError {
  expect(answer.error).toBeInstanceOf(SmtpError);
  return answer.error!;
}

describe('test of an SMTP sign-in', () => {
  test('eight round trips, AUTH in two lines, QUIT not waited for', async () => {
    const { promise: tested, resolve: goOn } = Promise.withResolvers<undefined>();
    const server = await serve(async (peer) => {
      await peer.signIn(['SIZE 157286400', 'AUTH LOGIN XOAUTH2']);
      await peer.line();
      await tested;
      peer.end();
    });
    const relay = await startRelay(server.target.port);
    const steps: SmtpTestStep[] = [];
    const answer = await testSmtp({
      ...server.target,
      port: relay.port,
      credentials,
      now,
      onStep: (step) => steps.push(step),
    });
    goOn(undefined);
    expect(answer).toEqual({ steps, largestMessage: 157_286_400 });
    expect(stagesOf(answer)).toEqual(['connect', 'greeting', 'starttls', 'auth']);
    // The relay counts answers; the greeting comes unasked, but not before the connection's last third was there.
    const greeting = 1;
    expect(relay.roundTrips() + greeting).toBe(8);
    const peer = await server.nextPeer();
    const token = `user=${credentials.user}\x01auth=Bearer ${credentials.accessToken}\x01\x01`;
    expect(peer.received.slice(3, 5)).toEqual(['AUTH XOAUTH2', Buffer.from(token).toString('base64')]);
    await peer.gone;
    expect(peer.received.at(-1)).toBe('QUIT');
    await relay.close();
  });

  test('a refused token: tried once, the challenge answered by an empty line and decoded', async () => {
    const detail = { status: '401', schemes: 'bearer', scope: 'mail' };
    const answer = await testOf(async (peer) => {
      await peer.secure();
      await peer.answer('AUTH XOAUTH2', '334 \r\n');
      await peer.answer(/./, `334 ${Buffer.from(JSON.stringify(detail)).toString('base64')}\r\n`);
      await peer.answer('', '535 5.7.3 Authentication unsuccessful [ZR0P278CA0000]\r\n');
    });
    const error = errorOf(answer);
    expect(error).toMatchObject({
      stage: 'auth',
      failure: 'refused',
      command: 'AUTH XOAUTH2',
      replyCode: 535,
      enhancedCode: '5.7.3',
      xoauth2: detail,
    });
    expect(evidenceOf(error, 'smtp.example')).toEqual({
      protocol: 'smtp',
      stage: 'smtp-auth',
      raw: '535 5.7.3 Authentication unsuccessful [ZR0P278CA0000]',
      sasl: { status: '401', scope: 'mail' },
    });
    expect(answer.lines.filter((line) => line.startsWith('AUTH'))).toHaveLength(1);
    expect(stagesOf(answer)).toEqual(['connect', 'greeting', 'starttls']);
  });

  test('a server that echoes the credentials: neither error nor trace has them', async () => {
    const traced: string[] = [];
    const answer = await testOf(
      async (peer) => {
        await peer.secure();
        await peer.answer('AUTH XOAUTH2', '334 \r\n');
        const sent = await peer.line();
        peer.say(`535-5.7.8 not understood: ${sent}\r\n535 5.7.8 ${credentials.accessToken}\r\n`);
        await peer.gone;
      },
      { trace: ({ from, text }) => traced.push(`${from}: ${text}`) },
    );
    const error = errorOf(answer);
    expect(error.reply).toBe('535-5.7.8 not understood: ***\n535 5.7.8 ***');
    expect(traced.at(-1)).toBe(`server: ${error.reply}`);
    const everything = [error.stack, error.message, String(error.cause), ...traced].join('\n');
    expect(everything).not.toContain(credentials.accessToken);
    expect(everything).not.toContain(Buffer.from('user=').toString('base64').slice(0, 5));
  });

  test.each(['235 2.7.0 welcome', '250 fine'])(
    'a server that agrees with "%s" before it has seen a token lets nobody in',
    async (reply) => {
      const answer = await testOf(async (peer) => {
        await peer.secure();
        await peer.answer('AUTH XOAUTH2', `${reply}\r\n`);
      });
      expect(errorOf(answer)).toMatchObject({ stage: 'auth', failure: 'protocol', reply });
    },
  );

  test('nor does one that agrees after it has refused, or asks for ever', async () => {
    for (const [last, failure] of [
      ['235 2.7.0 welcome', 'protocol'],
      ['334 e30=', 'protocol'],
    ] as const) {
      const answer = await testOf(async (peer) => {
        await peer.secure();
        await peer.answer('AUTH XOAUTH2', '334 \r\n');
        await peer.answer(/./, '334 e30=\r\n');
        await peer.answer('', `${last}\r\n`);
      });
      expect(errorOf(answer)).toMatchObject({ stage: 'auth', failure, reply: last });
    }
  });

  test('a mechanism that is not known there is a refusal of AUTH, and no password follows', async () => {
    const answer = await testOf(async (peer) => {
      await peer.secure(['AUTH LOGIN PLAIN']);
      await peer.answer('AUTH XOAUTH2', '504 5.7.4 Unrecognized authentication type\r\n');
    });
    expect(answer.lines).toHaveLength(4);
    expect(errorOf(answer)).toMatchObject({ stage: 'auth', failure: 'refused', replyCode: 504 });
  });

  test('user names with control characters never reach the wire', async () => {
    const server = await serve(() => undefined);
    const bad = { user: 'anna@muster.example\r\nRSET', accessToken: 'x' };
    await expect(testSmtp({ ...server.target, credentials: bad, now })).rejects.toThrow(TypeError);
  });

  test('a signal ends it', async () => {
    const cancel = new AbortController();
    const answer = await testOf(
      async (peer) => {
        await peer.secure();
        await peer.line();
        cancel.abort(new Error('the user left'));
      },
      { signal: cancel.signal },
    );
    expect(errorOf(answer)).toMatchObject({ stage: 'auth', failure: 'aborted' });
    expect(errorOf(answer).cause).toMatchObject({ message: 'the user left' });
  });
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const names = ['localhost'];

describe('STARTTLS', () => {
  test.each([
    ['expired', issue({ names, validFrom: inDays(-9), validTo: inDays(-1) }), 'CERT_HAS_EXPIRED'],
    ['self-signed', selfSigned({ names }), 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['for another name', issue({ names: ['smtp.other.example'] }), 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('a certificate that is %s is refused before anything secret is said', async (_, certificate, code) => {
    const answer = await testOf((peer) => peer.secure(), {}, certificate);
    const error = errorOf(answer);
    expect(error).toMatchObject({ stage: 'starttls', failure: 'network', networkCode: code });
    expect(evidenceOf(error, 'smtp.example')).toMatchObject({
      protocol: 'smtp',
      stage: 'smtp-connect',
      networkError: { code, host: 'smtp.example' },
    });
    expect(answer.lines).toEqual([expect.stringMatching(/^EHLO /), 'STARTTLS']);
  });

  test.each([
    ['refuses it', (command: string) => `502 5.5.1 ${command} unknown\r\n`],
    ['hangs up', undefined],
  ])('a server that offers none and %s: its answer to EHLO is the evidence', async (_, reply) => {
    const answer = await testOf(async (peer) => {
      peer.say('220 ready\r\n');
      await peer.answer(/^EHLO /, '250-hello\r\n250 AUTH XOAUTH2\r\n');
      const command = await peer.line();
      if (reply) peer.say(reply(command));
      else peer.end();
    });
    expect(answer.lines).toHaveLength(2);
    const error = errorOf(answer);
    expect(error).toMatchObject({ stage: 'starttls', failure: 'no-starttls' });
    expect(evidenceOf(error, 'smtp.example')).toEqual({
      protocol: 'smtp',
      stage: 'smtp-connect',
      raw: '250-hello\n250 AUTH XOAUTH2',
    });
    expect(stagesOf(answer)).toEqual(['connect', 'greeting']);
  });

  test('one that offers it and cannot just now is a temporary refusal', async () => {
    const answer = await testOf(async (peer) => {
      peer.say('220 ready\r\n');
      await peer.answer(/^EHLO /, '250-hello\r\n250 STARTTLS\r\n');
      await peer.answer('STARTTLS', '454 4.7.0 TLS not available\r\n');
    });
    expect(errorOf(answer)).toMatchObject({ stage: 'starttls', failure: 'refused', replyCode: 454 });
  });

  test('what comes in clear after the server agreed is not believed (RFC 3207 section 6)', async () => {
    const answer = await testOf(async (peer) => {
      peer.say('220 ready\r\n');
      await peer.answer(/^EHLO /, '250-hello\r\n250 STARTTLS\r\n');
      await peer.answer('STARTTLS', '220 go ahead\r\n250-injected\r\n250 SIZE 1\r\n235 signed in\r\n');
      peer.startTls();
      await peer.answer(/^EHLO /, '250-hello\r\n250 SIZE 1000\r\n');
      await peer.answer('AUTH XOAUTH2', '334 \r\n');
      await peer.answer(/./, '235 2.7.0 welcome\r\n');
      await peer.answer('QUIT', '221 bye\r\n');
    });
    expect(answer).toMatchObject({ largestMessage: 1000 });
    expect(answer.error).toBeUndefined();
  });
});
