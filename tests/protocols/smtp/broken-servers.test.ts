import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evidenceOf, sendMail, SmtpError, testSmtp } from '../../../src/server/protocols/smtp/index.ts';
import { startScriptedServer, type Peer, type Script } from './scripted-server.ts';
import { credentials, serve } from './serve.ts';

const now = () => performance.now();
const envelope = { from: 'anna@muster.example', to: ['beat@muster.example'] };
const message = Buffer.from('Subject: x\r\n\r\nx\r\n');

/** What a server says in a whole session, one after the other; `tls` begins TLS, the others wait for a line first. */
const session = [
  ['greeting', '220 ready\r\n'],
  ['starttls', '250-hello\r\n250 STARTTLS\r\n'],
  ['starttls', '220 go ahead\r\n'],
  ['starttls', '250-hello\r\n250 AUTH XOAUTH2\r\n'],
  ['auth', '334 \r\n'],
  ['auth', '235 welcome\r\n'],
  ['mail', '250 ok\r\n'],
  ['rcpt', '250 ok\r\n'],
  ['data', '354 go on\r\n'],
  ['data', '250 sent\r\n'],
] as const;

/** Plays the session up to a step, and does something else there. */
function breakingAt(step: number, act: (peer: Peer) => void): Script {
  return async (peer) => {
    for (const [index, [, reply]] of session.entries()) {
      if (index === 9) await peer.message();
      else if (index > 0) await peer.line();
      if (index === step) {
        act(peer);
        return;
      }
      peer.say(reply);
      if (index === 2) peer.startTls();
    }
  };
}

async function failureAt(step: number, act: (peer: Peer) => void, ms = 5000): Promise<SmtpError> {
  const server = await serve(breakingAt(step, act));
  const stages = ['connect', 'greeting', 'starttls', 'auth', 'mail', 'rcpt', 'data'];
  const timeouts = Object.fromEntries(stages.map((stage) => [stage, ms]));
  const options = { ...server.target, credentials, envelope, message, timeouts };
  const error: unknown = await sendMail(options).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(SmtpError);
  await (
    await server.nextPeer()
  ).gone;
  return error as SmtpError;
}

const steps = session.map(([stage], step): [number, string] => [step, stage]);

describe('a server that breaks off', () => {
  test.each(steps)('closes instead of its reply %i: stage %s', async (step, stage) => {
    const error = await failureAt(step, (peer) => peer.end());
    expect(error).toMatchObject({ stage, failure: 'closed', mayBeSent: step === 9 });
    expect(evidenceOf(error, 'smtp.example')).toMatchObject({ networkError: { code: 'ECONNRESET' } });
  });

  test.each(steps)('says 421 instead of its reply %i: stage %s', async (step, stage) => {
    const error = await failureAt(step, (peer) => peer.say('421 4.3.2 shutting down\r\n'));
    expect(error).toMatchObject({ stage, failure: 'refused', replyCode: 421, mayBeSent: false });
  });

  test.each(steps)('says nothing instead of its reply %i: stage %s', async (step, stage) => {
    const error = await failureAt(step, () => undefined, 200);
    expect(error).toMatchObject({ stage, failure: 'timeout' });
  });

  test.each(steps)('sends a page instead of its reply %i: stage %s', async (step, stage) => {
    const page = 'HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\n\r\n<h1>no</h1>\r\n';
    const error = await failureAt(step, (peer) => peer.say(page));
    expect(error).toMatchObject({ stage, failure: 'protocol' });
    expect(error.reply).toContain('HTTP/1.1 400');
  });

  test.each([0, 1, 3, 5])('never ends its reply %i: it is cut off, one line or many', async (step) => {
    for (const flood of ['250', '250-x\r\n']) {
      const endless = Buffer.from(flood.repeat(Math.ceil(200_000 / flood.length)));
      const error = await failureAt(step, (peer) => peer.say(endless));
      expect(error.failure).toMatch(/^(limit|protocol)$/);
      expect(error.reply?.length ?? 0).toBeLessThanOrEqual(2048);
    }
  });

  test('a greeting that trickles in does not get more time for it', async () => {
    const server = await serve(async (peer) => {
      const drip = setInterval(() => peer.say('220-wait\r\n'), 20);
      await peer.gone;
      clearInterval(drip);
    });
    const answer = await testSmtp({ ...server.target, credentials, now, timeouts: { greeting: 200 } });
    expect(answer.error).toMatchObject({ stage: 'greeting', failure: 'timeout' });
  });

  test('nobody listens', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise<unknown>((resolve) => server.close(resolve));
    const { error, steps: reached } = await testSmtp({ host: '127.0.0.1', port, credentials, now });
    expect(error).toMatchObject({ stage: 'connect', failure: 'network', networkCode: 'ECONNREFUSED' });
    expect(reached).toEqual([]);
  });

  test('a name that does not exist', async () => {
    const host = 'smtp.host.invalid';
    const { error } = await testSmtp({ host, port: 587, credentials, now });
    expect(error).toMatchObject({ stage: 'connect', failure: 'network' });
    expect(evidenceOf(error!, host).networkError?.code).toMatch(/^(ENOTFOUND|EAI_AGAIN)$/);
  });

  test('any bytes in clear end in an error of ours, soon', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((octets) => Buffer.from(octets)),
      fc
        .string({ unit: 'binary', maxLength: 300 })
        .map((text) => Buffer.from(`220${text}\r\n250${text}\r\n`)),
    );
    let said = Buffer.alloc(0);
    const server = await startScriptedServer((peer) => {
      peer.say(said);
      peer.end();
    });
    await fc.assert(
      fc.asyncProperty(bytes, async (octets) => {
        said = octets;
        const { error } = await testSmtp({ ...server.target, credentials, now });
        expect(error).toBeInstanceOf(SmtpError);
        expect(['greeting', 'starttls']).toContain(error?.stage);
      }),
      { numRuns: 200 },
    );
    await server.close();
  });
});
