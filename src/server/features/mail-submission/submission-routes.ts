import type { FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { idInPath } from '../../../shared/api/id-in-path.ts';
import { submission, submissionResult, testMailResult } from '../../../shared/api/submissions.ts';
import { preferredLanguage } from '../../http/accept-language.ts';
import { keyHolderOf, personOf } from '../../http/access.ts';
import { ProblemError } from '../../http/problems.ts';
import { RequestsUnderWay } from '../../http/requests-under-way.ts';
import type { Server } from '../../http/server.ts';
import { withoutToken } from '../mailbox-grants/index.ts';
import { unknownMailbox } from '../mailboxes/index.ts';
import { longestLine, type MessageFault } from './message-check.ts';
import type { MailSubmissions, NotTried } from './submission-service.ts';

const params = z.object({ id: idInPath });
/** The message in base64, 500 recipients, and room. */
const bodyLimit = 36_000_000;
/** A message is in memory about twice until it is sent: in base64 and as it is. */
const octetsUnderWay = { ofCaller: 2 * bodyLimit, ofAll: 5 * bodyLimit };

/** POST .../test-mail for whoever uses the mailbox, POST .../submissions for LEGAL 365. */
export function submissionRoutes(app: Server, submissions: MailSubmissions): void {
  const underWay = new RequestsUnderWay({ ...octetsUnderWay, what: 'large messages' });
  app.post(
    '/api/v1/mailboxes/:id/test-mail',
    {
      config: { access: ['Admin', 'Reader', 'User'] },
      schema: { params, response: { 200: testMailResult } },
    },
    async (request) => {
      const language = preferredLanguage(request.headers['accept-language']);
      const answer = await submissions.sendTestMail(personOf(request), request.params.id, language);
      return answer.kind === 'done' ? answer.result : notTried(answer);
    },
  );

  app.post(
    '/api/v1/mailboxes/:id/submissions',
    {
      bodyLimit,
      config: { access: { serviceKey: 'mail' } },
      // Before the body is read, and after the key was checked.
      preParsing: async (request, reply) => underWay.begin(request, reply, octetsOf(request)),
      schema: {
        params,
        body: submission,
        response: { 200: submissionResult },
        security: [{ serviceKey: [] }],
      },
    },
    async (request) => {
      const submitted = submissions.submit(keyHolderOf(request), request.params.id, request.body);
      const answer = await underWay.workOn(request, submitted);
      if (answer.kind === 'unfit-message') throw unfitMessage(answer.fault);
      if (answer.kind === 'unfit-recipients') throw unfitRecipients(answer.positions);
      return answer.kind === 'done' ? answer.result : notTried(answer);
    },
  );
}

/** As many as a body can have where its length is not announced. */
function octetsOf({ headers }: FastifyRequest): number {
  return Math.min(Number(headers['content-length'] ?? bodyLimit), bodyLimit);
}

function notTried(answer: NotTried): never {
  switch (answer.kind) {
    case 'gone':
      return unknownMailbox();
    case 'never':
    case 'needs-sign-in':
    case 'unavailable':
      return withoutToken(answer);
    case 'no-host':
      throw new ProblemError('unavailable', 'No SMTP server is configured for this cloud');
    case 'busy': {
      const { retryAfter } = answer;
      const detail = `Exchange Online takes three connections at a time and 30 messages a minute of a mailbox; try again in ${retryAfter} s`;
      throw new ProblemError('too-many-requests', detail, { retryAfter });
    }
  }
}

function unfitRecipients(positions: readonly number[]): ProblemError {
  return new ProblemError('validation-failed', 'Some recipients are no mail addresses', {
    errors: positions.map((position) => ({
      pointer: `/recipients/${position}`,
      code: 'not-an-address',
      detail: 'Send an address like anna@firm.example, without name and brackets',
    })),
  });
}

function unfitMessage(fault: MessageFault): ProblemError {
  return new ProblemError('validation-failed', 'The message cannot be sent as it is', {
    errors: [{ pointer: '/message', code: fault.code, detail: adviceOn(fault) }],
  });
}

function adviceOn(fault: MessageFault): string {
  switch (fault.code) {
    case 'empty':
      return 'Send a whole message of RFC 5322';
    case 'too-large':
      return 'A message may have 25 MB';
    case 'no-header':
      return 'A message begins with its header, such as From: and Subject:';
    case 'nul-octet':
      return 'It contains NUL octets, which SMTP does not carry; encode the part as base64';
    case 'line-too-long':
      return `Line ${fault.line} is longer than ${longestLine} octets; encode the part as quoted-printable or base64`;
  }
}
