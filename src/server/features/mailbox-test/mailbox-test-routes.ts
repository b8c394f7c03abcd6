import * as z from 'zod/mini';
import { idInPath } from '../../../shared/api/id-in-path.ts';
import { mailboxTest, mailboxTestHistory } from '../../../shared/api/mailbox-tests.ts';
import { personOf } from '../../http/access.ts';
import type { Server } from '../../http/server.ts';
import { unknownMailbox, type Mailboxes } from '../mailboxes/index.ts';
import type { MailboxTests } from './mailbox-test-service.ts';
import type { MailboxTestStore } from './mailbox-test-store.ts';

export interface MailboxTestRouteDependencies {
  mailboxes: Pick<Mailboxes, 'row'>;
  mailboxTests: MailboxTests;
  tests: MailboxTestStore;
}

const params = z.object({ id: idInPath });
const path = '/api/v1/mailboxes/:id/tests';
/** Four a day for 90 days, and room for those that people start. */
const longestHistory = 500;

/** POST runs a test to its end; GET answers the latest, which may be running, and the history. */
export function mailboxTestRoutes(app: Server, given: MailboxTestRouteDependencies): void {
  const { mailboxes, mailboxTests, tests } = given;

  app.post(
    path,
    { config: { access: ['Admin', 'User'] }, schema: { params, response: { 200: mailboxTest } } },
    async (request) => {
      const person = personOf(request);
      const row = (await mailboxes.row(person, request.params.id, 'manage')) ?? unknownMailbox();
      const wanted = { trigger: 'person', startedBy: person.userId } as const;
      return (await mailboxTests.run(row.tenant_id, row.id, wanted)) ?? unknownMailbox();
    },
  );

  app.get(
    path,
    {
      config: { access: ['Admin', 'Reader', 'User'] },
      schema: { params, response: { 200: mailboxTestHistory } },
    },
    async (request) => {
      const row = (await mailboxes.row(personOf(request), request.params.id, 'see')) ?? unknownMailbox();
      const latest = await mailboxTests.latest(row.tenant_id, [row.id]);
      const history = await tests.history(row.tenant_id, row.id, longestHistory);
      return { latest: latest.get(row.id) ?? null, history };
    },
  );
}
