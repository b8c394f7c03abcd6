import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

/** Passes the answer in this window's address on to the MSAL instance that opened it (MSAL 5 no longer polls the window). */
export function answerSignInWindow(): Promise<void> {
  return broadcastResponseToMainFrame();
}
