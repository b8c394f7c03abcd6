import type { Kysely } from 'kysely';
import type { Submission, SubmissionResult, TestMailResult } from '../../../shared/api/submissions.ts';
import type { Language } from '../../../shared/i18n/languages.ts';
import { maskSecrets } from '../../diagnosis/mask-secrets.ts';
import { composeMail, envelopeAddress } from '../../protocols/smtp/index.ts';
import type { Tables } from '../../storage/tables.ts';
import { recordAudit } from '../audit/index.ts';
import type { EntityStore } from '../entity-registration/index.ts';
import {
  mayServe,
  type MailboxActor,
  type MailboxRow,
  type Mailboxes,
  type MailboxStore,
} from '../mailboxes/index.ts';
import { MailSender, type Attempt, type Delivery, type Sender } from './mail-sender-service.ts';
import { messageFault, messageIdOf, type MessageFault } from './message-check.ts';
import { otherUserOf } from './other-user.ts';
import { testMailWords } from './test-mail.ts';

export interface MailSubmissionDependencies {
  db: Kysely<Tables>;
  entities: EntityStore;
  mailboxes: Pick<Mailboxes, 'row'>;
  mailboxStore: Pick<MailboxStore, 'find'>;
  sender: MailSender;
  /** Of the SMTP server, to be named in a test mail. */
  hostName: string;
  now: () => number;
}

export type NotTried = Exclude<Delivery, { kind: 'tried' }>;

export type TestMailAnswer = NotTried | { kind: 'done'; result: TestMailResult };

export type SubmissionAnswer =
  | NotTried
  | { kind: 'done'; result: SubmissionResult }
  | { kind: 'unfit-message'; fault: MessageFault }
  /** Positions in the list. */
  | { kind: 'unfit-recipients'; positions: number[] };

/** A page waits for it. */
const testMailWithinMs = 60_000;

/** Mail sent as a mailbox: a test mail for its person, and the messages that LEGAL 365 hands over. */
export class MailSubmissions {
  readonly #given: MailSubmissionDependencies;

  constructor(given: MailSubmissionDependencies) {
    this.#given = given;
  }

  /** To oneself, for whoever uses the mailbox. */
  async sendTestMail(person: MailboxActor, mailboxId: string, language: Language): Promise<TestMailAnswer> {
    const { mailboxes, sender, hostName, now } = this.#given;
    const row = await mailboxes.row(person, mailboxId, 'use');
    if (row === null) return { kind: 'gone' };
    const at = now();
    const uuid = crypto.randomUUID();
    const delivery = await sender.send(row, async ({ from, smtpUser }) => {
      const messageId = messageIdFor(from, uuid);
      const facts = { from, smtpUser, host: hostName, person: person.name, at, messageId };
      const words = testMailWords(facts, language);
      const message = await composeMail({ from, to: from, ...words, date: new Date(at), messageId });
      return { recipients: [from], message, withinMs: testMailWithinMs };
    });
    if (delivery.kind !== 'tried') return delivery;
    const result = testMailResult(row, delivery, messageIdFor(delivery.sender.from, uuid));
    await this.#audit(person, row, result);
    return { kind: 'done', result };
  }

  /** The message as it is, from the account's From, for a mailbox of the entity. */
  async submit(
    key: { tenantId: string; entityId: string },
    mailboxId: string,
    submission: Submission,
  ): Promise<SubmissionAnswer> {
    const row = await this.#given.mailboxStore.find(key.tenantId, mailboxId);
    if (row === null || !mayServe(row, key)) return { kind: 'gone' };
    const { recipients } = submission;
    const positions = [...recipients.keys()].filter((at) => envelopeAddress(recipients[at] ?? '') === null);
    if (positions.length > 0) return { kind: 'unfit-recipients', positions };
    const message = Buffer.from(submission.message, 'base64');
    const fault = messageFault(message);
    if (fault !== null) return { kind: 'unfit-message', fault };
    const delivery = await this.#given.sender.send(row, async () => ({ recipients, message }));
    if (delivery.kind !== 'tried') return delivery;
    return { kind: 'done', result: submissionResult(delivery.attempt, messageIdOf(message)) };
  }

  async #audit(actor: MailboxActor, row: MailboxRow, { outcome, from }: TestMailResult): Promise<void> {
    const { db, entities, now } = this.#given;
    const entity = await entities.find(row.tenant_id, row.entity_id);
    const details = { address: row.address, from, outcome };
    await recordAudit(db, { action: 'test-mail-sent', actor, entity, details }, now());
  }
}

/** RFC 5322 section 3.6.4; the domain in ASCII. */
function messageIdFor(from: string, uuid: string): string {
  const domain = (envelopeAddress(from) ?? from).split('@').at(-1);
  return `<${uuid}@${domain}>`;
}

function testMailResult(
  row: MailboxRow,
  { sender, attempt }: { sender: Sender; attempt: Attempt },
  messageId: string,
): TestMailResult {
  const { from, smtpUser: user, person } = sender;
  const shown = { from, to: from, messageId, reply: replyOf(attempt), verdict: attempt.verdict };
  if (attempt.kind === 'accepted') return { ...shown, outcome: 'sent', otherUser: null };
  const otherUser = otherUserOf(row, { user, person, cause: attempt.verdict.cause });
  return { ...shown, outcome: attempt.error.mayBeSent ? 'unknown' : 'failed', otherUser };
}

function submissionResult(attempt: Attempt, messageId: string | null): SubmissionResult {
  const shown = { messageId, reply: replyOf(attempt), verdict: attempt.verdict };
  if (attempt.kind === 'accepted') {
    const refused = attempt.mail.refused.map(masked);
    return { ...shown, outcome: refused.length === 0 ? 'sent' : 'partly', refused };
  }
  const { mayBeSent, refusedRecipients } = attempt.error;
  return { ...shown, outcome: mayBeSent ? 'unknown' : 'failed', refused: refusedRecipients.map(masked) };
}

function replyOf(attempt: Attempt): string | null {
  const reply = attempt.kind === 'accepted' ? attempt.mail.reply : attempt.error.reply;
  return reply === undefined ? null : maskSecrets(reply);
}

const masked = ({ recipient, reply }: { recipient: string; reply: string }) => ({
  recipient,
  reply: maskSecrets(reply),
});
