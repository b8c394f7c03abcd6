export { accountOf } from './account-of.ts';
export { addressKey, isSameAddress, readMailAddress, withoutTag, type MailAddress } from './mail-address.ts';
export { MailboxImports } from './mailbox-import-service.ts';
export { mailboxRoutes, unknownMailbox } from './mailbox-routes.ts';
export { Mailboxes, type MailboxActor } from './mailbox-service.ts';
export { createMailboxStore, type MailboxKey, type MailboxRow, type MailboxStore } from './mailbox-store.ts';
export { MailboxViews, type MailboxKnowledge } from './mailbox-views-service.ts';
export { mayServe, mayUse, type MailboxReader } from './who-may.ts';
export { servedMailboxRoutes } from './served-mailbox-routes.ts';
