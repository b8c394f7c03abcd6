import * as z from 'zod/mini';
import { idInPath } from '../../../shared/api/id-in-path.ts';
import {
  mailbox,
  mailboxChange,
  mailboxImport,
  mailboxImportResult,
  mailboxList,
  mailboxQuery,
  newMailbox,
} from '../../../shared/api/mailboxes.ts';
import { personOf } from '../../http/access.ts';
import { ProblemError } from '../../http/problems.ts';
import type { Server } from '../../http/server.ts';
import { unknownEntity } from '../entity-registration/index.ts';
import type { MailboxImports } from './mailbox-import-service.ts';
import type { AddResult, Mailboxes } from './mailbox-service.ts';

const params = z.object({ id: idInPath });
const everybody = { access: ['Admin', 'Reader', 'User'] as const };

/** /api/v1/mailboxes: one's own accounts, and for Admin and Reader the states of the firm's. */
export function mailboxRoutes(app: Server, mailboxes: Mailboxes, imports: MailboxImports): void {
  app.get(
    '/api/v1/mailboxes',
    { config: everybody, schema: { querystring: mailboxQuery, response: { 200: mailboxList } } },
    async (request) => {
      const person = personOf(request);
      if (request.query.of === 'own') return { mailboxes: await mailboxes.own(person) };
      if (!person.roles.some((role) => role === 'Admin' || role === 'Reader')) {
        throw new ProblemError('role-missing', 'The firm’s mailboxes are for the roles Admin and Reader');
      }
      return { mailboxes: await mailboxes.ofFirm(person) };
    },
  );

  app.post(
    '/api/v1/mailboxes',
    {
      config: { access: ['Admin', 'User'] },
      schema: { body: newMailbox, response: { 200: mailbox, 201: mailbox } },
    },
    async (request, reply) => {
      const person = personOf(request);
      if (request.body.forOther === true && !person.roles.includes('Admin')) {
        throw new ProblemError('role-missing', 'Preparing accounts for others is for the role Admin');
      }
      const result = await mailboxes.add(person, request.body);
      if (!('mailbox' in result)) return notAdded(result);
      const { id } = result.mailbox;
      return reply
        .status(result.kind === 'added' ? 201 : 200)
        .header('location', `/api/v1/mailboxes/${id}`)
        .send(result.mailbox);
    },
  );

  app.post(
    '/api/v1/mailbox-imports',
    {
      config: { access: ['Admin'] },
      schema: { body: mailboxImport, response: { 200: mailboxImportResult } },
    },
    async (request) => (await imports.run(personOf(request), request.body)) ?? unknownEntity(),
  );

  oneMailbox(app, mailboxes);
}

function oneMailbox(app: Server, mailboxes: Mailboxes): void {
  app.get(
    '/api/v1/mailboxes/:id',
    { config: everybody, schema: { params, response: { 200: mailbox } } },
    async (request) => (await mailboxes.find(personOf(request), request.params.id)) ?? unknownMailbox(),
  );

  app.patch(
    '/api/v1/mailboxes/:id',
    {
      config: { access: ['Admin', 'User'] },
      schema: { params, body: mailboxChange, response: { 200: mailbox } },
    },
    async (request) =>
      (await mailboxes.change(personOf(request), request.params.id, request.body)) ?? unknownMailbox(),
  );

  app.delete(
    '/api/v1/mailboxes/:id',
    { config: { access: ['Admin', 'User'] }, schema: { params, response: { 204: z.null() } } },
    async (request, reply) => {
      if (!(await mailboxes.remove(personOf(request), request.params.id))) return unknownMailbox();
      return reply.status(204).send(null);
    },
  );
}

/** One that the caller may not see is answered like one that does not exist. */
export function unknownMailbox(): never {
  throw new ProblemError('not-found', 'There is no such mailbox');
}

function notAdded({ kind }: Exclude<AddResult, { mailbox: unknown }>): never {
  switch (kind) {
    case 'entity-unknown':
      return unknownEntity();
    case 'not-an-address':
      throw new ProblemError('validation-failed', 'This is no mail address', {
        errors: [
          { pointer: '/address', code: 'not-an-address', detail: 'Enter an address like anna@firm.example' },
        ],
      });
    case 'yours':
      throw new ProblemError('conflict', 'The account is in your list already');
    case 'anothers':
      throw new ProblemError(
        'conflict',
        'The account is in the list of another person; an administrator can remove it there',
      );
    case 'too-many':
      throw new ProblemError('conflict', 'You have as many accounts as a person can have; remove one first');
  }
}
