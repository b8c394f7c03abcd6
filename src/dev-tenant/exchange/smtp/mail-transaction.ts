import type { DevTenantContext } from '../../context.ts';
import { readPath, type Path } from './envelope.ts';
import * as reply from './replies.ts';
import { recipientsOfOneMessage } from './submission-limits.ts';

/** From whom to whom a message goes; addresses in lower case. */
export interface Envelope {
  /** Empty for the null sender. */
  sender: string;
  recipients: readonly string[];
}

/** "Exchange Online limits": 35 MB is what a mailbox may send unless its administrator says otherwise. */
const usualLargestMessage = 35 * 1024 * 1024;

/** MAIL, RCPT and DATA (RFC 5321 section 3.3) of somebody who has signed in. */
export class MailTransaction {
  readonly #context: DevTenantContext;
  readonly #clientAddress: string;
  #sender: Path | undefined;
  #recipients: string[] = [];

  constructor(context: DevTenantContext, clientAddress: string) {
    this.#context = context;
    this.#clientAddress = clientAddress;
  }

  mail(rest: string): string {
    if (this.#sender) return reply.badSequence;
    if (this.#context.faults.at('throttled', 'smtp')) {
      return reply.serverBusy(this.#clientAddress, this.#context.now());
    }
    const path = readPath('MAIL', rest);
    if (path === 'arguments') return reply.invalidArguments;
    if (path === 'address') return reply.invalidAddress;
    if (Number(path.parameters.get('SIZE') ?? 0) > this.maximumMessageBytes()) return reply.messageTooLarge;
    this.#sender = path;
    return reply.senderOk;
  }

  recipient(rest: string): string {
    if (!this.#sender) return reply.mailFirst;
    const path = readPath('RCPT', rest);
    if (path === 'arguments') return reply.invalidArguments;
    if (path === 'address') return reply.invalidAddress;
    if (this.#recipients.length >= recipientsOfOneMessage) return reply.tooManyRecipients;
    if (this.#isRejected(path.address)) return reply.recipientNotFound;
    this.#recipients.push(path.address);
    return reply.recipientOk;
  }

  data(rest: string): string {
    if (rest !== '') return reply.invalidArguments;
    if (!this.#sender) return reply.mailFirst;
    return this.#recipients.length > 0 ? reply.startMessage : reply.recipientFirst;
  }

  maximumMessageBytes(): number {
    const fault = this.#context.faults.get('message-too-large');
    return fault ? (fault.bytes ?? 0) : usualLargestMessage;
  }

  /** Hands the envelope over and begins anew. */
  take(): Envelope | undefined {
    const envelope = this.#sender && { sender: this.#sender.address, recipients: this.#recipients };
    this.reset();
    return envelope;
  }

  reset(): void {
    this.#sender = undefined;
    this.#recipients = [];
  }

  /** An address in a domain of the tenants that nobody has; what lies elsewhere cannot be known. */
  #isRejected(address: string): boolean {
    const { directory, faults } = this.#context;
    const fault = faults.get('recipient-rejected');
    if (fault && (fault.address === undefined || fault.address.toLowerCase() === address)) return true;
    const domain = address.split('@')[1] ?? '';
    if (!directory.tenants.some(({ domains }) => domains.includes(domain))) return false;
    return !directory.users.some(({ mail, proxyAddresses }) =>
      [mail, ...proxyAddresses].some((known) => known?.toLowerCase().replace(/^smtp:/, '') === address),
    );
  }
}
