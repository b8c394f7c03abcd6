import * as z from 'zod/mini';
import {
  entity as entitySchema,
  registrationValues,
  storedRegistration,
} from '../../../shared/api/entities.ts';
import { idInPath } from '../../../shared/api/id-in-path.ts';
import type { Verdict } from '../../../shared/api/verdict.ts';
import type { FieldProblems } from '../../../shared/domain/registration-input.ts';
import { personOf } from '../../http/access.ts';
import type { Person } from '../../http/person.ts';
import { ProblemError } from '../../http/problems.ts';
import type { Server } from '../../http/server.ts';
import { unknownEntity } from './entity-routes.ts';
import { replacedMeanwhile } from '../connection-test/index.ts';
import type { Entities } from './entity-service.ts';
import type { Registrations } from './registration-service.ts';

const params = z.object({ id: idInPath });
const path = '/api/v1/entities/:id/registration';
const access = { access: ['Admin'] as const };

/** PUT .../registration tests, then stores. PUT and DELETE .../registration/draft keep or drop an unfinished entry. */
export function registrationRoutes(app: Server, registrations: Registrations, entities: Entities): void {
  async function shown(person: Person, entityId: string) {
    const found = await entities.find({ tenantId: person.tenantId, mayWrite: true }, entityId);
    return found ?? unknownEntity();
  }

  app.put(
    path,
    { config: access, schema: { params, body: registrationValues, response: { 200: storedRegistration } } },
    async (request) => {
      const person = personOf(request);
      const { id } = request.params;
      const result = await registrations.saveAndTest(person, id, request.body).catch(replacedMeanwhile);
      switch (result.kind) {
        case 'stored':
          return { entity: await shown(person, id), test: result.test };
        case 'not-found':
          return unknownEntity();
        case 'invalid':
          throw invalidValues(result.problems);
        case 'refused':
        case 'unchecked':
          throw notStored(result.kind, result.verdict);
      }
    },
  );

  app.put(
    `${path}/draft`,
    { config: access, schema: { params, body: registrationValues, response: { 200: entitySchema } } },
    async (request) => {
      const person = personOf(request);
      if (!(await registrations.saveDraft(person, request.params.id, request.body))) return unknownEntity();
      return shown(person, request.params.id);
    },
  );

  app.delete(
    `${path}/draft`,
    { config: access, schema: { params, response: { 200: entitySchema } } },
    async (request) => {
      const person = personOf(request);
      if (!(await registrations.discardDraft(person, request.params.id))) return unknownEntity();
      return shown(person, request.params.id);
    },
  );
}

/** Each refused field by its JSON pointer (RFC 6901) with the problem's name; the locales have the sentence. */
export function invalidValues(problems: FieldProblems): ProblemError {
  const errors = Object.entries(problems).map(([field, code]) => ({
    pointer: `/${field}`,
    code,
    detail: code.replaceAll('-', ' '),
  }));
  return new ProblemError('validation-failed', 'Nothing was sent to Microsoft', { errors });
}

/** Microsoft said no, or could not be asked; what was typed is kept as a draft. */
export function notStored(kind: 'refused' | 'unchecked', verdict: Verdict): ProblemError {
  return kind === 'refused'
    ? new ProblemError('registration-refused', 'Microsoft issued no token for these values', { verdict })
    : new ProblemError('registration-unchecked', 'Microsoft could not be asked', { verdict });
}
