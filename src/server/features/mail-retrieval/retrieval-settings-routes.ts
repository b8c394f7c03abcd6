import * as z from 'zod/mini';
import { idInPath } from '../../../shared/api/id-in-path.ts';
import { retrievalSettings, retrievalSettingsAnswer } from '../../../shared/api/retrievals.ts';
import { personOf } from '../../http/access.ts';
import { ProblemError } from '../../http/problems.ts';
import type { Server } from '../../http/server.ts';
import { unknownEntity } from '../entity-registration/index.ts';
import type { RetrievalChoices } from './retrieval-settings-service.ts';

const path = '/api/v1/entities/:id/retrieval';
const params = z.object({ id: idInPath });

/** GET and PUT .../retrieval: whether an entity's mailboxes are retrieved here, how often, and what happens at Microsoft. */
export function retrievalSettingsRoutes(app: Server, choices: RetrievalChoices): void {
  app.get(
    path,
    {
      config: { access: ['Admin', 'Reader'] },
      schema: { params, response: { 200: retrievalSettingsAnswer } },
    },
    async (request) => {
      const { tenantId } = personOf(request);
      return (await choices.find(tenantId, request.params.id)) ?? unknownEntity();
    },
  );

  app.put(
    path,
    {
      config: { access: ['Admin'] },
      schema: { params, body: retrievalSettings, response: { 200: retrievalSettingsAnswer } },
    },
    async (request) => {
      const result = await choices.change(personOf(request), request.params.id, request.body);
      if (result === 'entity-unknown') return unknownEntity();
      if (result === 'may-not-delete') throw mayNotDelete();
      return result;
    },
  );
}

function mayNotDelete(): ProblemError {
  const detail =
    'Messages stay at Microsoft as long as this installation keeps its data in the embedded database, which a loss of power can damage; move it to PostgreSQL first';
  const errors = [{ pointer: '/deleteFromServer', code: 'embedded-database', detail }];
  return new ProblemError('validation-failed', detail, { errors });
}
