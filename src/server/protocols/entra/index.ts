export { requestAppToken, type AppToken, type AppTokenAnswer, type AppTokenRequest } from './app-token.ts';
export {
  authorizationUrl,
  generateOneTimeValues,
  type AuthorizationRequest,
  type OneTimeValues,
} from './authorization-url.ts';
export type { DelegatedClient, DelegatedTokens } from './delegated-tokens.ts';
export type { SignedInIdentity } from './id-token.ts';
export { mailRefreshScope, mailSignInScope, outlookResource } from './mail-scope.ts';
export { redeemCode, type CodeAnswer, type CodeRedemption, type RedeemedTokens } from './redeem-code.ts';
export { refreshDelegatedTokens, type RefreshAnswer, type RefreshRequest } from './refresh-token.ts';
export type { RejectedCheck, Rejection } from './rejection.ts';
