import {
  AuthError,
  BrowserCacheLocation,
  createNestablePublicClientApplication,
  createStandardPublicClientApplication,
  InteractionRequiredAuthError,
  type Configuration,
  type IPublicClientApplication,
} from '@azure/msal-browser';
import type { ClientConfig } from '../../shared/api/client-config.ts';
import { SignInFailed, SignInNeeded, type SignInProblem, type TokenSource } from './host.ts';

/** Nested app authentication: Teams or Outlook signs on for us, without a window whenever it can. */
export async function nestedTokens(config: ClientConfig): Promise<TokenSource> {
  return tokensOf(await createNestablePublicClientApplication(configuration(config)), config, {
    hostHasAccount: true,
  });
}

/** A plain browser, or a host that cannot sign on for us: the person signs in in a window of Microsoft's. */
export async function windowTokens(config: ClientConfig): Promise<TokenSource> {
  return tokensOf(await createStandardPublicClientApplication(configuration(config)), config, {
    hostHasAccount: false,
  });
}

function configuration(config: ClientConfig): Configuration {
  return {
    auth: {
      clientId: config.clientId,
      authority: config.authority,
      redirectUri: new URL('/tab/auth.html', window.location.origin).href,
      // MSAL insists on https for an authority it looks up itself; endpoints that are given may be http on loopback.
      ...(config.authorityMetadata === null
        ? {}
        : {
            authorityMetadata: JSON.stringify(config.authorityMetadata),
            knownAuthorities: [new URL(config.authority).host],
          }),
    },
    cache: { cacheLocation: BrowserCacheLocation.MemoryStorage },
  };
}

function tokensOf(
  client: IPublicClientApplication,
  { scope }: ClientConfig,
  { hostHasAccount }: { hostHasAccount: boolean },
): TokenSource {
  const scopes = [scope];
  return {
    silent: async ({ fresh = false } = {}) => {
      const account = client.getActiveAccount() ?? client.getAllAccounts()[0];
      if (account === undefined && !hostHasAccount) throw new SignInNeeded('nobody has signed in yet');
      try {
        const request = { scopes, forceRefresh: fresh, ...(account === undefined ? {} : { account }) };
        return (await client.acquireTokenSilent(request)).accessToken;
      } catch (error) {
        if (error instanceof InteractionRequiredAuthError)
          throw new SignInNeeded(error.errorCode, { cause: error });
        throw error;
      }
    },
    interactive: async () => {
      try {
        // A window that was closed by hand is not noticed by MSAL: the next click must be able to open another.
        const result = await client.acquireTokenPopup({ scopes, overrideInteractionInProgress: true });
        client.setActiveAccount(result.account);
        return result.accessToken;
      } catch (error) {
        throw new SignInFailed(signInProblem(error), error);
      }
    },
  };
}

function signInProblem(error: unknown): SignInProblem {
  const code = error instanceof AuthError ? error.errorCode : '';
  if (code === 'popup_window_error' || code === 'empty_window_error') return 'window-blocked';
  return code === 'user_cancelled' || code === 'access_denied' || code === 'timed_out'
    ? 'cancelled'
    : 'refused';
}
