export { runDueMailboxTests } from './mailbox-test-job.ts';
export { mailboxTestRoutes } from './mailbox-test-routes.ts';
export { MailboxTests } from './mailbox-test-service.ts';
export { createMailboxTestStore, type MailboxTestStore } from './mailbox-test-store.ts';
export type { MailboxTestRequest } from './test-run-service.ts';
