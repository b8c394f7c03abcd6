export { runDueMailboxTests } from './mailbox-test-job.ts';
export { mailboxTestRoutes } from './mailbox-test-routes.ts';
export { MailboxTests } from './mailbox-test-service.ts';
export { createMailboxTestStore } from './mailbox-test-store.ts';
