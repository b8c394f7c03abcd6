import { afterEach } from '@jest/globals';
import { connectPop3, type Pop3Client, type Pop3Options } from '../../../src/server/protocols/pop3/index.ts';
import { startScriptedServer, type Peer, type Script, type ScriptedServer } from './scripted-server.ts';

const open: { close(): unknown }[] = [];

afterEach(async () => {
  for (const part of open.splice(0).reverse()) await part.close();
});

/** A server for one test; it goes with the test. */
export async function serve(script: Script): Promise<ScriptedServer> {
  const server = await startScriptedServer(script);
  open.push(server);
  return server;
}

export interface Session {
  client: Pop3Client;
  peer: Peer;
}

/** A client that has signed in, and the server's side of its connection, which goes on by the script. */
export async function signedIn(script: Script, more: Partial<Pop3Options> = {}): Promise<Session> {
  const server = await serve(async (peer) => {
    await peer.signIn();
    await script(peer);
  });
  const client = await connectPop3({ ...server.options, ...more });
  open.push({ close: () => client.close() });
  await client.authXoauth2(credentials);
  return { client, peer: await server.nextPeer() };
}

export const credentials = { user: 'anna@muster.example', accessToken: 'a.secret.token' };

/** The error of a promise that must fail. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('it should have failed');
}
