export { addressKey, isSameAddress, readMailAddress, withoutTag, type MailAddress } from './mail-address.ts';
export { MailboxImports } from './mailbox-import-service.ts';
export { mailboxRoutes, unknownMailbox } from './mailbox-routes.ts';
export { Mailboxes, type MailboxActor, type MailboxKnowledge } from './mailbox-service.ts';
export { createMailboxStore, type MailboxRow, type MailboxStore } from './mailbox-store.ts';
export { maySee, mayUse, type MailboxReader } from './who-may.ts';
