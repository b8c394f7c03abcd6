/** Which sessions of one protocol are open, by mailbox. */
export class OpenSessions {
  readonly #open = new Map<string, Set<object>>();

  open(mailboxId: string, session: object): void {
    const sessions = this.#open.get(mailboxId) ?? new Set();
    sessions.add(session);
    this.#open.set(mailboxId, sessions);
  }

  close(mailboxId: string, session: object): void {
    const sessions = this.#open.get(mailboxId);
    sessions?.delete(session);
    if (sessions?.size === 0) this.#open.delete(mailboxId);
  }

  count(mailboxId: string): number {
    return this.#open.get(mailboxId)?.size ?? 0;
  }
}
