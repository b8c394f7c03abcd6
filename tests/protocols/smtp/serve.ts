import { afterEach } from '@jest/globals';
import { startScriptedServer, type Script, type ScriptedServer } from './scripted-server.ts';
import type { IssuedCertificate } from '../../support/certificates.ts';

const open: ScriptedServer[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

/** A server for one test; it goes with the test. */
export async function serve(script: Script, certificate?: IssuedCertificate): Promise<ScriptedServer> {
  const server = await startScriptedServer(script, certificate);
  open.push(server);
  return server;
}

export const credentials = { user: 'anna@muster.example', accessToken: 'a.secret.token' };
