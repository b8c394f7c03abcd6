/** Everything the SMTP host says, with its source; what rests on less stands in docs/assumptions.md. */

const host = 'ZR0P278CA0000.outlook.office365.com';
const mailboxServer = 'ZR0P278MB0000.CHEP278.PROD.OUTLOOK.COM';

const line = (text: string): string => `${text}\r\n`;

/** In brackets after many replies: server, time, session (jstedfast/MailKit#1770 and other transcripts). */
const marked = (text: string, now: number): string =>
  line(`${text} [${host.toUpperCase()} ${new Date(now).toISOString()} 08DE000000000000]`);
/** What the mailbox server itself says names that server. */
const fromMailbox = (text: string): string => line(`${text} [Hostname=${mailboxServer}]`);

/** simonrob/email-oauth2-proxy#372. */
export const greeting = (now: number): string => {
  const time = new Date(now).toUTCString().replace('GMT', '+0000');
  return line(`220 ${host} Microsoft ESMTP MAIL Service ready at ${time} [08DE000000000000]`);
};

export interface Offer {
  secured: boolean;
  offersStartTls: boolean;
  clientAddress: string;
}

/**
 * datawookie/emayili#147, jstedfast/MailKit#1770; CHUNKING and BINARYMIME are left out, since nothing here takes BDAT.
 * SIZE is far above what a mailbox may send.
 */
export function capabilities({ secured, offersStartTls, clientAddress }: Offer): string {
  const words = [
    `${host} Hello [${clientAddress}]`,
    'SIZE 157286400',
    'PIPELINING',
    'DSN',
    'ENHANCEDSTATUSCODES',
    ...(secured ? ['AUTH LOGIN XOAUTH2'] : offersStartTls ? ['STARTTLS'] : []),
    '8BITMIME',
    'SMTPUTF8',
  ];
  return words.map((word, index) => line(`250${index < words.length - 1 ? '-' : ' '}${word}`)).join('');
}

export const hello = (clientAddress: string): string => line(`250 ${host} Hello [${clientAddress}]`);

/** As transcripts show them: tarickb/sasl-xoauth2#97 and others. */
export const readyForTls = line('220 2.0.0 SMTP server ready');
export const senderOk = line('250 2.1.0 Sender OK');
export const recipientOk = line('250 2.1.5 Recipient OK');
export const startMessage = line('354 Start mail input; end with <CRLF>.<CRLF>');
export const resetting = line('250 2.0.0 Resetting');
export const ok = line('250 2.0.0 OK');
export const closing = line('221 2.0.0 Service closing transmission channel');
export const cannotVerify = line('252 2.1.5 Cannot VRFY user');
export const accepted = (messageId: string): string => fromMailbox(`250 2.0.0 OK ${messageId}`);

export const unrecognized = (now: number): string => marked('500 5.3.3 Unrecognized command', now);
export const lineTooLong = line('500 5.5.2 Line too long');
export const invalidArguments = line('501 5.5.4 Invalid arguments');
export const invalidAddress = line('501 5.1.7 Invalid address');
export const helloFirst = line('503 5.5.2 Send hello first');
export const badSequence = line('503 5.5.1 Bad sequence of commands');
export const mailFirst = line('503 5.5.2 Need mail command');
export const recipientFirst = line('503 5.5.2 Need rcpt command');
export const cancelled = line('501 5.7.0 Authentication cancelled');
export const tooManyErrors = line(
  '421 4.7.0 Too many errors on this connection, closing transmission channel',
);
export const idle = line('421 4.4.1 Connection timed out');

/** "Fix issues with printers, scanners, and LOB applications". */
export const startTlsFirst = (now: number): string =>
  marked('451 5.7.3 STARTTLS is required to send mail', now);
export const notAuthenticated = (now: number): string =>
  marked('530 5.7.57 Client not authenticated to send mail.', now);

/** RFC 4954: an empty challenge, and the two questions of LOGIN in base64. */
export const emptyChallenge = line('334 ');
export const userNameChallenge = line('334 VXNlcm5hbWU6');
export const passwordChallenge = line('334 UGFzc3dvcmQ6');
export const unrecognizedMechanism = (now: number): string =>
  marked('504 5.7.4 Unrecognized authentication type', now);

/** "Authenticate an IMAP, POP or SMTP connection using OAuth": no JSON detail comes before the refusal. */
export const authenticated = line('235 2.7.0 Authentication successful');
export const authenticationUnsuccessful = (now: number): string =>
  marked('535 5.7.3 Authentication unsuccessful', now);

/** "Enable or disable authenticated client SMTP submission"; wording for the tenant: simonrob/email-oauth2-proxy#193. */
export const smtpAuthDisabled = (where: 'Tenant' | 'Mailbox', now: number): string =>
  marked(
    `535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the ${where}. Visit https://aka.ms/smtp_auth_disabled for more information.`,
    now,
  );
/** jstedfast/MailKit#1733. */
export const policyBlocked = (now: number): string =>
  marked(
    '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator.',
    now,
  );
export const basicAuthDisabled = (now: number): string =>
  marked('535 5.7.139 Authentication unsuccessful, basic authentication is disabled.', now);

export const serverError = (now: number): string =>
  marked('451 4.7.0 Temporary server error. Please try again later.', now);
/** "Non-delivery reports in Exchange Online": 4.7.500 to 4.7.699. */
export const serverBusy = (clientAddress: string, now: number): string =>
  marked(`451 4.7.500 Server busy. Please try again later from [${clientAddress}].`, now);

/** sabuhish/fastapi-mail#75: after the message, from the mailbox server. */
export const tooManyConnections = fromMailbox(
  '432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending for more information.',
);
/** MicrosoftDocs/OfficeDocs-Support#1187. */
export const sendAsDenied = fromMailbox(
  '554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed to process message due to a permanent exception with message Cannot submit message.',
);
/** "SMTP submission improvements": recipients of a day. */
export const quotaExceeded = fromMailbox(
  "554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException; Failed to process message due to a permanent exception with message The message can't be submitted because the sender's submission quota was exceeded.",
);
export const mailboxFull = fromMailbox(
  '554 5.2.2 mailbox full; STOREDRV.Submission.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded; Failed to process message due to a permanent exception with message Cannot submit message.',
);

/** "Non-delivery reports in Exchange Online", by their codes. */
export const sendingBlocked = fromMailbox('550 5.1.8 Access denied, bad outbound sender.');
export const noFromHeader = fromMailbox(
  '550 5.7.512 Access denied, message must be RFC 5322 section 3.6.2 compliant and include a valid From address.',
);
export const bareLineFeeds = line(
  '550 5.6.11 SMTPSEND.BareLinefeedsAreIllegal; message contains bare linefeeds, which cannot be sent via DATA.',
);
export const recipientNotFound = line(
  '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
);
export const tooManyRecipients = line('452 4.5.3 Too many recipients');
export const messageTooLarge = line('552 5.3.4 Message size exceeds fixed maximum message size');
