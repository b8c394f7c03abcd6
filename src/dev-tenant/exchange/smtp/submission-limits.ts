/** "Exchange Online limits" and "SMTP submission improvements". */
export const connectionsOfOneMailbox = 3;
export const recipientsOfOneMessage = 500;
const messagesOfOneMinute = 30;
const recipientsOfOneDay = 10_000;

const minute = 60_000;
const day = 24 * 60 * minute;

interface Sent {
  at: number;
  recipients: number;
}

/** What each mailbox has sent, as far as a limit looks back. */
export class SubmissionLimits {
  readonly #sent = new Map<string, Sent[]>();

  /** Whether so many recipients more are within the day's limit. */
  allowsRecipients(mailboxId: string, recipients: number, now: number): boolean {
    const lately = this.#since(mailboxId, now - day);
    return lately.reduce((sum, sent) => sum + sent.recipients, recipients) <= recipientsOfOneDay;
  }

  /**
   * Counts a message. What is over the limit of a minute is not refused but carried over to the following ones.
   *
   * @returns when the message goes out
   */
  take(mailboxId: string, recipients: number, now: number): number {
    const lately = this.#since(mailboxId, now - day);
    const before = lately.at(-messagesOfOneMinute);
    const at = Math.max(now, before ? before.at + minute : now);
    this.#sent.set(mailboxId, [...lately, { at, recipients }]);
    return at;
  }

  clear(): void {
    this.#sent.clear();
  }

  #since(mailboxId: string, begin: number): Sent[] {
    return (this.#sent.get(mailboxId) ?? []).filter(({ at }) => at > begin);
  }
}
