import { describe, expect, test } from '@jest/globals';
import { connectPop3, type Pop3Client } from '../../../src/server/protocols/pop3/index.ts';
import { readAll } from './read-all.ts';
import { credentials, failureOf, serve, signedIn } from './session.ts';

const reason = new Error('enough');

describe('cancelling a POP3 session', () => {
  test('before it begins: no connection is made', async () => {
    const server = await serve(() => undefined);
    const error = await failureOf(connectPop3({ ...server.options, signal: AbortSignal.abort(reason) }));
    expect(error).toMatchObject({ stage: 'connect', failure: 'aborted', cause: reason });
  });

  test('at the greeting', async () => {
    const cancel = new AbortController();
    const server = await serve(() => cancel.abort(reason));
    const error = await failureOf(connectPop3({ ...server.options, signal: cancel.signal }));
    expect(error).toMatchObject({ stage: 'greeting', failure: 'aborted', cause: reason });
    await (
      await server.nextPeer()
    ).gone;
  });

  test.each([1, 2])('in the sign-in, line %i', async (line) => {
    const cancel = new AbortController();
    const server = await serve(async (peer) => {
      peer.say('+OK\r\n');
      await peer.line();
      if (line === 2) {
        peer.say('+ \r\n');
        await peer.line();
      }
      cancel.abort(reason);
    });
    const client = await connectPop3({ ...server.options, signal: cancel.signal });
    expect(await failureOf(client.authXoauth2(credentials))).toMatchObject({
      stage: 'auth',
      failure: 'aborted',
    });
    await (
      await server.nextPeer()
    ).gone;
  });

  const commands: [string, (client: Pop3Client, signal: AbortSignal) => Promise<unknown>][] = [
    ['capa', (client, signal) => client.capa({ signal })],
    ['stat', (client, signal) => client.stat({ signal })],
    ['uidl', (client, signal) => client.uidl({ signal })],
    ['uidl', (client, signal) => client.uidlOf(1, { signal })],
    ['list', (client, signal) => client.list({ signal })],
    ['list', (client, signal) => client.listOf(1, { signal })],
    ['retr', (client, signal) => client.retr(1, { signal })],
    ['top', (client, signal) => client.top(1, 0, { signal })],
    ['dele', (client, signal) => client.dele(1, { signal })],
    ['noop', (client, signal) => client.noop({ signal })],
    ['rset', (client, signal) => client.rset({ signal })],
    ['quit', (client, signal) => client.quit({ signal })],
  ];

  test.each(commands)('while %s waits for its reply', async (stage, call) => {
    const cancel = new AbortController();
    const { client, peer } = await signedIn(async (server) => {
      await server.line();
      cancel.abort(reason);
    });
    expect(await failureOf(call(client, cancel.signal))).toMatchObject({
      stage,
      failure: 'aborted',
      cause: reason,
    });
    await peer.gone;
    expect(await failureOf(client.noop())).toMatchObject({ stage: 'noop', failure: 'aborted' });
  });

  test('in the middle of a message', async () => {
    const cancel = new AbortController();
    const { client, peer } = await signedIn((server) => server.answer('RETR 1', '+OK\r\nhalf a mess'));
    const content = await client.retr(1, { signal: cancel.signal });
    const reading = (async () => {
      for await (const _ of content) cancel.abort(reason);
    })();
    expect(await failureOf(reading)).toMatchObject({ stage: 'retr', failure: 'aborted' });
    await peer.gone;
  });

  test('in the middle of a retrieval', async () => {
    const cancel = new AbortController();
    const { client, peer } = await signedIn(async (server) => {
      for (;;) {
        await server.line();
        server.say('+OK\r\nx\r\n.\r\n');
      }
    });
    const messages = Array.from({ length: 1000 }, (_, index) => ({ number: index + 1 }));
    let count = 0;
    const retrieval = (async () => {
      for await (const next of client.retrieve(messages, { signal: cancel.signal })) {
        if ('content' in next) await readAll(next.content);
        if (++count === 10) cancel.abort(reason);
      }
    })();
    expect(await failureOf(retrieval)).toMatchObject({ stage: 'retr', failure: 'aborted', cause: reason });
    expect(count).toBeLessThan(1000);
    await peer.gone;
  });

  test('a signal that comes after the reply harms nobody', async () => {
    const cancel = new AbortController();
    const { client } = await signedIn(async (server) => {
      await server.answer('NOOP', '+OK\r\n');
      await server.answer('STAT', '+OK 0 0\r\n');
    });
    await client.noop({ signal: cancel.signal });
    cancel.abort(reason);
    expect(await client.stat()).toEqual({ messages: 0, octets: 0 });
  });

  test('close() fails what still waits, and whatever comes later', async () => {
    const { client, peer } = await signedIn(() => undefined);
    const waiting = [client.stat(), client.noop()];
    client.close();
    for (const command of waiting) expect(await failureOf(command)).toMatchObject({ failure: 'aborted' });
    await peer.gone;
    expect(await failureOf(client.quit())).toMatchObject({ stage: 'quit', failure: 'aborted' });
  });
});
