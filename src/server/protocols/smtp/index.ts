export { composeMail, type MailFields } from './compose-mail.ts';
export type { Trace, TraceLine } from './dialogue.ts';
export { SmtpError, type RefusedRecipient, type SmtpFailure, type SmtpStage } from './error.ts';
export { envelopeAddress } from './envelope-address.ts';
export { evidenceOf, type SmtpEvidence, type SmtpEvidenceStage } from './evidence.ts';
export {
  defaultTimeouts,
  type SmtpOptions,
  type SmtpTarget,
  type SmtpTimeouts,
  type Xoauth2Credentials,
} from './options.ts';
export { sendMail, type SendOptions, type SentMail } from './send-mail.ts';
export { testSmtp, type SmtpTestAnswer, type SmtpTestOptions, type SmtpTestStep } from './test-smtp.ts';
