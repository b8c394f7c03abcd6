export type { MailboxToken, MailboxTokenAnswer, MailboxTokenSource } from './token-answer.ts';
