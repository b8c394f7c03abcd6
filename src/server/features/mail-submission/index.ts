export { largestMessage } from './message-check.ts';
export { MailSender } from './mail-sender-service.ts';
export { submissionRoutes } from './submission-routes.ts';
export { MailSubmissions } from './submission-service.ts';
export { SubmissionSlots } from './submission-slot-service.ts';
export { createSubmissionSlotStore, type SubmissionSlotStore } from './submission-slot-store.ts';
