import * as z from 'zod/mini';
import { idInPath } from '../../../shared/api/id-in-path.ts';
import { mailboxAccessToken, type MailboxAccessToken } from '../../../shared/api/mailbox-tokens.ts';
import { keyHolderOf } from '../../http/access.ts';
import { ProblemError } from '../../http/problems.ts';
import type { Server } from '../../http/server.ts';
import {
  accountOf,
  mayServe,
  unknownMailbox,
  type MailboxRow,
  type MailboxStore,
} from '../mailboxes/index.ts';
import type { MailboxToken, MailboxTokenAnswer, MailboxTokenSource } from './token-answer.ts';

export interface MailboxAccessTokenParts {
  mailboxes: Pick<MailboxStore, 'find'>;
  tokens: MailboxTokenSource;
}

/** POST /api/v1/mailboxes/{id}/access-token, for LEGAL 365's own POP3 and SMTP client. It takes no body. */
export function mailboxAccessTokenRoutes(app: Server, { mailboxes, tokens }: MailboxAccessTokenParts): void {
  app.post(
    '/api/v1/mailboxes/:id/access-token',
    {
      config: { access: { serviceKey: 'mail' } },
      schema: {
        params: z.object({ id: idInPath }),
        response: { 200: mailboxAccessToken },
        security: [{ serviceKey: [] }],
      },
    },
    async (request, reply) => {
      const key = keyHolderOf(request);
      const mailbox = await mailboxes.find(key.tenantId, request.params.id);
      if (mailbox === null || !mayServe(mailbox, key)) return unknownMailbox();
      const answer = await tokens.access(key.tenantId, mailbox.id);
      if (answer.kind !== 'token') return withoutToken(answer);
      // RFC 6749, section 5.1; Cache-Control is set for the whole API.
      return reply.header('pragma', 'no-cache').send(resource(mailbox, answer.token));
    },
  );
}

/** The refusal of what needs a token, where there is none. */
export function withoutToken(answer: Exclude<MailboxTokenAnswer, { kind: 'token' }>): never {
  switch (answer.kind) {
    case 'never':
      throw new ProblemError('sign-in-needed', 'Nobody has signed in to this mailbox yet');
    case 'needs-sign-in':
      throw new ProblemError('sign-in-needed', 'The person has to sign in to this mailbox again', {
        ...(answer.verdict !== null && { verdict: answer.verdict }),
      });
    case 'unavailable':
      throw new ProblemError('unavailable', 'Microsoft issues no token for this mailbox at the moment', {
        verdict: answer.verdict,
      });
  }
}

function resource(
  mailbox: MailboxRow,
  { accessToken, expiresAt, scopes, owner }: MailboxToken,
): MailboxAccessToken {
  return {
    accessToken,
    tokenType: 'Bearer',
    expiresAt: new Date(expiresAt).toISOString(),
    scopes,
    ...accountOf(mailbox, owner.username),
  };
}
