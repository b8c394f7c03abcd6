import type { MailParts } from './app-mail-parts.ts';
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
}
