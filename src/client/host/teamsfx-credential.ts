/* eslint-disable @typescript-eslint/no-deprecated --
   For clients without nested app authentication only. The package is out of support: delete this file and the one
   import of it in teams-host.ts when the last such client is gone. */
import { TeamsUserCredential } from '@microsoft/teamsfx';
import type { ClientConfig } from '../../shared/api/client-config.ts';
import { SignInNeeded, type TokenSource } from './host.ts';

/** Teams single sign-on as older clients have it (authentication.getAuthToken). `fallback` is used where a window is needed. */
export function singleSignOnTokens(config: ClientConfig, fallback: TokenSource): TokenSource {
  const newCredential = () =>
    new TeamsUserCredential({
      clientId: config.clientId,
      // Asked for by the constructor, opened by its login() alone, which is never called.
      initiateLoginEndpoint: new URL('/tab/auth.html', window.location.origin).href,
    });
  let credential = newCredential();
  let viaWindow = false;
  return {
    silent: async (options) => {
      if (viaWindow) return fallback.silent(options);
      // The credential keeps its token until it expires: a fresh one comes from a new credential.
      if (options?.fresh === true) credential = newCredential();
      const answer = await credential.getToken('').catch((error: unknown) => {
        throw new SignInNeeded('the host gave no token', { cause: error });
      });
      if (answer === null) throw new SignInNeeded('the host gave no token');
      return answer.token;
    },
    interactive: async () => {
      const token = await fallback.interactive();
      viaWindow = true;
      return token;
    },
  };
}
