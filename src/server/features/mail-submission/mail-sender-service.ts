import type { Verdict } from '../../../shared/api/verdict.ts';
import type { MailAccount } from '../../../shared/domain/mailbox.ts';
import { diagnose, type KnownOfMailbox } from '../../diagnosis/index.ts';
import {
  evidenceOf,
  sendMail,
  SmtpError,
  type SentMail,
  type SmtpTarget,
} from '../../protocols/smtp/index.ts';
import {
  missingMailRights,
  type MailboxToken,
  type MailboxTokenAnswer,
  type MailboxTokenSource,
} from '../mailbox-grants/index.ts';
import { accountOf, isSameAddress, readMailAddress, type MailboxRow } from '../mailboxes/index.ts';
import type { SubmissionSlots } from './submission-slot-service.ts';

export interface MailSenderDependencies {
  tokens: MailboxTokenSource;
  slots: SubmissionSlots;
  /** Null where the cloud has none. */
  host: SmtpTarget | null;
  /** Milliseconds until a submission must be over, its connection included. */
  withinMs: number;
}

/** With which names a mailbox is sent from just now. */
export interface Sender extends MailAccount {
  smtpUser: string;
  /** User name of the person whose token it is. */
  person: string | null;
}

/** What is to be sent as whom. */
export interface Outgoing {
  recipients: readonly string[];
  message: Buffer;
  /** Milliseconds until it must be over, where somebody waits who is less patient. */
  withinMs?: number;
}

export type Delivery =
  | Exclude<MailboxTokenAnswer, { kind: 'token' }>
  | { kind: 'no-host' }
  | { kind: 'gone' }
  /** `retryAfter` in seconds. */
  | { kind: 'busy'; retryAfter: number }
  | { kind: 'tried'; sender: Sender; attempt: Attempt };

export type Attempt =
  | { kind: 'accepted'; mail: SentMail; verdict: Verdict | null }
  | { kind: 'failed'; error: SmtpError; verdict: Verdict };

/**
 * Sends mail of a mailbox, each once: what the server refuses, for ever or for now, the caller learns and decides. A
 * message that was refused for the sender or a recipient and comes again makes Exchange pause the whole mailbox.
 */
export class MailSender {
  readonly #given: MailSenderDependencies;

  constructor(given: MailSenderDependencies) {
    this.#given = given;
  }

  /** @param compose what is to be sent; it is told as whom */
  async send(mailbox: MailboxRow, compose: (sender: Sender) => Promise<Outgoing>): Promise<Delivery> {
    const { tokens, slots, host } = this.#given;
    if (host === null) return { kind: 'no-host' };
    const { tenant_id: tenantId, id: mailboxId } = mailbox;
    const answer = await tokens.access(tenantId, mailboxId);
    if (answer.kind !== 'token') return answer;
    const sender = senderOf(mailbox, answer.token);
    const outgoing = await compose(sender);
    const use = await slots.use({ tenantId, mailboxId }, () =>
      this.#attempt(host, { sender, outgoing, mailbox, token: answer.token }),
    );
    return use.kind === 'done' ? { kind: 'tried', sender, attempt: use.result } : use;
  }

  async #attempt(
    host: SmtpTarget,
    given: { sender: Sender; outgoing: Outgoing; mailbox: MailboxRow; token: MailboxToken },
  ): Promise<Attempt> {
    const { sender, outgoing, mailbox, token } = given;
    const known = { mailbox: mailbox.address, ofMailbox: knownOf(mailbox, sender, token) };
    try {
      const mail = await sendMail({
        ...host,
        credentials: { user: sender.smtpUser, accessToken: token.accessToken },
        envelope: { from: sender.from, to: outgoing.recipients },
        message: outgoing.message,
        signal: AbortSignal.timeout(outgoing.withinMs ?? this.#given.withinMs),
      });
      const raw = mail.refused[0]?.reply;
      const verdict =
        raw === undefined ? null : diagnose({ protocol: 'smtp', stage: 'smtp-send', raw, known });
      return { kind: 'accepted', mail, verdict };
    } catch (error) {
      if (!(error instanceof SmtpError)) throw error;
      return { kind: 'failed', error, verdict: diagnose({ ...evidenceOf(error, host.host), known }) };
    }
  }
}

function senderOf(mailbox: MailboxRow, { owner }: MailboxToken): Sender {
  const account = accountOf(mailbox, owner.username);
  // Where Microsoft did not say who signed in, the address is the only name there is.
  return { ...account, smtpUser: account.smtpUser ?? mailbox.address, person: owner.username };
}

function knownOf({ kind }: MailboxRow, { smtpUser, person }: Sender, token: MailboxToken): KnownOfMailbox {
  const isPerson = isSameAddress(readMailAddress(smtpUser), readMailAddress(person));
  return {
    kind,
    ...(isPerson ? { signedInAs: 'mailbox' } : kind === 'shared' ? { signedInAs: 'delegate' } : {}),
    hasSmtpScope: !missingMailRights(token.scopes).includes('SMTP.Send'),
    tokenLength: token.accessToken.length,
  };
}
