export { mailboxAccessTokenRoutes } from './access-token-routes.ts';
export { keepGrantsAlive } from './grant-keep-alive-job.ts';
export { createGrantLeaseStore } from './grant-lease-store.ts';
export { GrantRefresh, type MailTokenIssuer } from './grant-refresh-service.ts';
export {
  createGrantStore,
  type GrantRow,
  type GrantStore,
  type NewGrant,
  type SealedGrant,
} from './grant-store.ts';
export { MailboxTokens } from './mailbox-token-service.ts';
export { RegistrationRefusals } from './registration-refusal-service.ts';
export { createTokenSeals, type TokenSeals } from './sealed-tokens-store.ts';
export type { MailboxToken, MailboxTokenAnswer, MailboxTokenSource } from './token-answer.ts';
export { verdictOfRejection } from './verdict-of-rejection.ts';
