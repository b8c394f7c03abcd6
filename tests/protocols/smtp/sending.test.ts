import { describe, expect, test } from '@jest/globals';
import {
  evidenceOf,
  sendMail,
  SmtpError,
  type SendOptions,
  type SentMail,
} from '../../../src/server/protocols/smtp/index.ts';
import type { Peer, Script } from './scripted-server.ts';
import { credentials, serve } from './serve.ts';

const from = 'anna@muster.example';
const to = ['beat@muster.example', 'carla@muster.example'];
const message = Buffer.from('Subject: x\r\n\r\none\r\n.two\r\n');
const accepted = '250 2.1.0 ok\r\n';

async function send(script: Script, more: Partial<SendOptions> = {}): Promise<SentMail | SmtpError> {
  const server = await serve(script);
  const options = { ...server.target, credentials, envelope: { from, to }, message, ...more };
  try {
    return await sendMail(options);
  } catch (error) {
    expect(error).toBeInstanceOf(SmtpError);
    return error as SmtpError;
  } finally {
    await (
      await server.nextPeer()
    ).gone;
  }
}

/** MAIL and both RCPT, accepted one after the other. */
async function takeEnvelope(peer: Peer): Promise<void> {
  await peer.answer(/^MAIL FROM:<anna@muster\.example>/, accepted);
  for (const recipient of to) await peer.answer(`RCPT TO:<${recipient}>`, accepted);
}

async function takeMessage(peer: Peer): Promise<string[]> {
  await takeEnvelope(peer);
  await peer.answer('DATA', '354 go on\r\n');
  return peer.message();
}

describe('sending a message', () => {
  test('names its size, and leaves with QUIT', async () => {
    let lines: string[] = [];
    const sent = await send(async (peer) => {
      await peer.signIn(['SIZE 1000', 'AUTH XOAUTH2']);
      const mail = await peer.answer(/^MAIL/, accepted);
      expect(mail).toBe(`MAIL FROM:<${from}> SIZE=${message.length}`);
      for (const recipient of to) await peer.answer(`RCPT TO:<${recipient}>`, accepted);
      await peer.answer('DATA', '354 go on\r\n');
      lines = await peer.message();
      peer.say('250 2.0.0 OK <1@server>\r\n');
      await peer.answer('QUIT', '221 bye\r\n');
    });
    expect(sent).toEqual({ reply: '250 2.0.0 OK <1@server>', accepted: to, refused: [] });
    expect(lines).toEqual(['Subject: x', '', 'one', '..two']);
  });

  test('one refused recipient of two: the other gets it, and the refusal is told', async () => {
    const sent = await send(async (peer) => {
      await peer.signIn(['PIPELINING', 'AUTH XOAUTH2']);
      await peer.line();
      await peer.line();
      await peer.line();
      await peer.answer('DATA', `${accepted}550 5.1.10 unknown\r\n${accepted}354 go on\r\n`);
      await peer.message();
      peer.say('250 2.0.0 OK\r\n');
      await peer.answer('QUIT', '221 bye\r\n');
    });
    expect(sent).toMatchObject({
      accepted: [to[1]],
      refused: [{ recipient: to[0], reply: '550 5.1.10 unknown' }],
    });
  });

  test('all of them refused: the temporary refusal counts, so that it can be tried again', async () => {
    const error = await send(async (peer) => {
      await peer.signIn();
      await peer.answer(/^MAIL/, accepted);
      await peer.answer(/^RCPT/, '451 4.7.500 Server busy\r\n');
      await peer.answer(/^RCPT/, '550 5.1.10 unknown\r\n');
    });
    expect(error).toMatchObject({ stage: 'rcpt', failure: 'refused', replyCode: 451, command: 'RCPT TO' });
    expect((error as SmtpError).refusedRecipients).toHaveLength(2);
  });

  test('a refused sender is a refusal of MAIL, also where the envelope was sent at once', async () => {
    const error = await send(async (peer) => {
      await peer.signIn(['PIPELINING', 'AUTH XOAUTH2']);
      for (let line = 0; line < 3; line++) await peer.line();
      const sequence = '503 5.5.2 Need mail command\r\n';
      await peer.answer('DATA', `550 5.7.60 not as this sender\r\n${sequence.repeat(3)}`);
    });
    expect(error).toMatchObject({
      stage: 'mail',
      command: 'MAIL FROM',
      enhancedCode: '5.7.60',
      mayBeSent: false,
    });
    expect(evidenceOf(error as SmtpError, 'smtp.example')).toEqual({
      protocol: 'smtp',
      stage: 'smtp-send',
      raw: '550 5.7.60 not as this sender',
    });
  });

  test('a refusal after the message keeps its lines, and nothing was sent', async () => {
    const error = await send(async (peer) => {
      await peer.signIn();
      await takeMessage(peer);
      peer.say('554-5.2.0 SendAsDenied;\r\n554 5.2.0 [Hostname=x]\r\n');
    });
    expect(error).toMatchObject({
      stage: 'data',
      command: 'DATA',
      reply: '554-5.2.0 SendAsDenied;\n554 5.2.0 [Hostname=x]',
      mayBeSent: false,
    });
  });

  test.each<[string, (peer: Peer) => void, string]>([
    ['closes', (peer) => peer.end(), 'closed'],
    ['resets', (peer) => peer.destroy(), 'network|closed'],
    ['says something that is no reply', (peer) => peer.say('What now\r\n'), 'protocol'],
  ])('a server that had the whole message and then %s may have sent it', async (_, act, failure) => {
    const error = await send(async (peer) => {
      await peer.signIn();
      await takeMessage(peer);
      act(peer);
    });
    expect(error).toMatchObject({
      stage: 'data',
      failure: expect.stringMatching(`^(${failure})$`) as unknown,
      mayBeSent: true,
    });
  });

  test('one that never answers the message runs into the limit', async () => {
    const timeouts = { data: 50 };
    const error = await send(
      async (peer) => {
        await peer.signIn();
        await takeMessage(peer);
        await peer.gone;
      },
      { timeouts },
    );
    expect(error).toMatchObject({ stage: 'data', failure: 'timeout', mayBeSent: true });
    expect(evidenceOf(error as SmtpError, 'smtp.example')).toMatchObject({
      networkError: { code: 'ETIMEDOUT' },
    });
  });

  test('cancelled before the message was asked for: it was not sent', async () => {
    const cancel = new AbortController();
    const error = await send(
      async (peer) => {
        await peer.signIn();
        await takeEnvelope(peer);
        await peer.line();
        cancel.abort();
      },
      { signal: cancel.signal },
    );
    expect(error).toMatchObject({ stage: 'data', failure: 'aborted', mayBeSent: false });
  });

  test.each([
    [{ from: 'anna@muster.example\r\nRSET', to }],
    [{ from, to: ['eve@muster.example> NOTIFY=NEVER'] }],
    [{ from, to: [] }],
  ])('%j is no envelope: nothing is connected', async (envelope) => {
    const options = { host: 'localhost', port: 1, credentials, envelope, message };
    await expect(sendMail(options)).rejects.toThrow(TypeError);
  });
});
