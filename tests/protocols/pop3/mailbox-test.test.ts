import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  evidenceOf,
  Pop3Error,
  testPop3,
  type Pop3TestOptions,
  type Pop3TestStep,
} from '../../../src/server/protocols/pop3/index.ts';
import { startDovecot, type Dovecot } from '../../support/dovecot.ts';
import { describeWithDovecot } from '../../support/dovecot-suite.ts';
import { startRelay } from './relay.ts';
import type { Script } from './scripted-server.ts';
import { credentials, serve } from './session.ts';

const now = () => performance.now();
const allSteps = ['connect', 'tls', 'greeting', 'auth', 'stat'];

describeWithDovecot('test of a mailbox on Dovecot', () => {
  const user = 'anna@muster.example';
  let dovecot: Dovecot;

  beforeAll(async () => {
    dovecot = await startDovecot();
    dovecot.deliver(user, [Buffer.from('Subject: one\r\n\r\nx\r\n')]);
  });
  afterAll(() => dovecot.stop());

  test('six round trips from the connection to the number of messages', async () => {
    const relay = await startRelay(dovecot.port);
    const accessToken = await dovecot.token(user);
    const { host, ca } = dovecot;
    const options = { host, ca, port: relay.port, credentials: { user, accessToken }, now };
    const steps: Pop3TestStep[] = [];
    const answer = await testPop3({ ...options, onStep: (step) => steps.push(step) });
    expect(answer).toMatchObject({
      maildrop: { messages: 1, octets: 19 },
      security: { protocol: 'TLSv1.3' },
      accessTokenLength: accessToken.length,
    });
    expect(relay.roundTrips()).toBe(6);
    expect(steps.map(({ stage }) => stage)).toEqual(allSteps);
    expect(answer.steps).toEqual(steps);
    await relay.close();
  });

  test('a refused token stops it at auth, with what was reached before', async () => {
    const { host, ca, port } = dovecot;
    const accessToken = await dovecot.token('eve@muster.example');
    const answer = await testPop3({ host, ca, port, credentials: { user, accessToken }, now });
    expect(answer).toMatchObject({ error: { stage: 'auth', code: 'AUTH', failure: 'refused' } });
    expect(answer.steps.map(({ stage }) => stage)).toEqual(['connect', 'tls', 'greeting']);
  });
});

describe('test of a mailbox on a scripted server', () => {
  async function testOf(script: Script, more: Partial<Pop3TestOptions> = {}) {
    const server = await serve(script);
    const answer = await testPop3({ ...server.options, credentials, now, ...more });
    await (
      await server.nextPeer()
    ).gone;
    return answer;
  }

  test('QUIT is not waited for', async () => {
    const answer = await testOf(async (peer) => {
      await peer.signIn();
      await peer.answer('STAT', '+OK 3 4\r\n');
      await peer.line();
      peer.socket.end();
    });
    expect(answer).toMatchObject({ maildrop: { messages: 3, octets: 4 } });
  });

  test('a mailbox that opens for the sign-in and not for STAT is an error of STAT', async () => {
    const reply = '-ERR User is authenticated but not connected.';
    const answer = await testOf(async (peer) => {
      await peer.signIn();
      await peer.answer('STAT', `${reply}\r\n`);
      await peer.answer('QUIT', '+OK\r\n');
    });
    expect(answer.steps.map(({ stage }) => stage)).toEqual(['connect', 'tls', 'greeting', 'auth']);
    const { error } = answer as { error: Pop3Error };
    expect(evidenceOf(error, 'localhost')).toEqual({ protocol: 'pop3', stage: 'pop3-retrieve', raw: reply });
  });

  test('the length of a token that may be too long for Exchange is reported, and the token is sent', async () => {
    const accessToken = 'x'.repeat(5000);
    const answer = await testOf(
      async (peer) => {
        peer.say('+OK\r\n');
        await peer.answer('AUTH XOAUTH2', '+ \r\n');
        await peer.line();
        peer.socket.end('-ERR Protocol error. 11\r\n');
      },
      { credentials: { ...credentials, accessToken } },
    );
    expect(answer).toMatchObject({ accessTokenLength: 5000, error: { accessTokenLength: 5000 } });
  });

  test('a signal ends it', async () => {
    const cancel = new AbortController();
    const answer = await testOf(
      async (peer) => {
        await peer.signIn();
        await peer.line();
        cancel.abort(new Error('the user left'));
      },
      { signal: cancel.signal },
    );
    expect(answer).toMatchObject({ error: { stage: 'stat', failure: 'aborted' } });
    expect((answer as { error: Error }).error.cause).toMatchObject({ message: 'the user left' });
  });
});
