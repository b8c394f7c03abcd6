import type { DevTenantContext } from '../context.ts';
import type { Mailbox, User } from '../directory/model.ts';
import { MailboxContents } from './mailbox-contents.ts';
import { fillWithSamples } from './sample-items.ts';

/** The mailboxes of one dev tenant, made with a few sample items when first opened, forgotten when it is reset. */
export class Mailboxes {
  readonly #context: DevTenantContext;
  readonly #contents = new Map<string, MailboxContents>();

  constructor(context: DevTenantContext) {
    this.#context = context;
    context.onReset(() => this.#contents.clear());
  }

  contentsOf(owner: User, mailbox: Mailbox): MailboxContents {
    const known = this.#contents.get(mailbox.userId);
    if (known) return known;
    const contents = new MailboxContents();
    fillWithSamples(contents, owner, this.#context.now());
    this.#contents.set(mailbox.userId, contents);
    return contents;
  }
}
