import type { MailParts } from './app-mail-parts.ts';
import { mailboxAccessTokenRoutes } from './features/mailbox-grants/index.ts';
import { mailboxRoutes } from './features/mailboxes/index.ts';
import type { Server } from './http/server.ts';

export interface MailWebOptions extends MailParts {
  /** Where people reach the server, without a slash at the end; known once it listens. */
  publicUrl: () => string;
  now: () => number;
}

/** Every route of the communicator mailboxes. */
export function serveMail(app: Server, parts: MailWebOptions): void {
  mailboxRoutes(app, parts.mailboxes, parts.mailboxImports);
  const { mailStores, mailboxTokens: tokens } = parts;
  mailboxAccessTokenRoutes(app, { mailboxes: mailStores.mailboxes, tokens });
}
