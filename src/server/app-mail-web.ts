import type { MailParts } from './app-mail-parts.ts';
import { redirectUrisOf } from './client-config.ts';
import { mailboxAccessTokenRoutes } from './features/mailbox-grants/index.ts';
import { callbackRoutes, signInRoutes } from './features/mailbox-sign-in/index.ts';
import { mailboxTestRoutes } from './features/mailbox-test/index.ts';
import { submissionRoutes } from './features/mail-submission/index.ts';
import { retrievalRoutes, retrievalSettingsRoutes } from './features/mail-retrieval/index.ts';
import { mailboxRoutes, servedMailboxRoutes } from './features/mailboxes/index.ts';
import { messageContentRoutes, messageRoutes } from './features/messages/index.ts';
import type { Server } from './http/server.ts';

export interface MailWebOptions extends MailParts {
  /** Where people reach the server, without a slash at the end; known once it listens. */
  publicUrl: () => string;
  now: () => number;
}

/** Every route of the communicator mailboxes. */
export function serveMail(app: Server, parts: MailWebOptions): void {
  mailboxRoutes(app, parts.mailboxes, parts.mailboxImports);
  servedMailboxRoutes(app, parts.mailboxes);
  const { mailStores, mailboxTokens: tokens } = parts;
  mailboxAccessTokenRoutes(app, { mailboxes: mailStores.mailboxes, tokens });
  const redirectUri = () => redirectUrisOf(parts.publicUrl()).mailbox;
  signInRoutes(app, { ...parts.mailboxSignIn, redirectUri });
  callbackRoutes(app, parts.mailboxSignIn);
  mailboxTestRoutes(app, { ...parts, tests: mailStores.mailboxTests });
  retrievalSettingsRoutes(app, parts.retrieval.choices);
  retrievalRoutes(app, parts.retrieval.retrievals, parts.mailboxes);
  submissionRoutes(app, parts.submission.submissions);
  messageRoutes(app, parts.messages);
  messageContentRoutes(app, parts.messages);
}
