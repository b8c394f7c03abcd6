import * as z from 'zod/mini';
import {
  entity,
  entityChange,
  entityList,
  newEntity,
  setupMarkParams,
} from '../../../shared/api/entities.ts';
import { idInPath } from '../../../shared/api/id-in-path.ts';
import { personOf } from '../../http/access.ts';
import type { Person } from '../../http/person.ts';
import { ProblemError } from '../../http/problems.ts';
import type { Server } from '../../http/server.ts';
import type { Entities, Viewer } from './entity-service.ts';

const params = z.object({ id: idInPath });
const readers = { access: ['Admin', 'Reader', 'User'] as const };
const writers = { access: ['Admin'] as const };

/** /api/v1/entities: everybody of the tenant sees the states, admins change them. */
export function entityRoutes(app: Server, entities: Entities): void {
  app.get(
    '/api/v1/entities',
    { config: readers, schema: { response: { 200: entityList } } },
    async (request) => ({
      entities: await entities.list(viewer(personOf(request))),
    }),
  );

  app.post(
    '/api/v1/entities',
    { config: writers, schema: { body: newEntity, response: { 201: entity } } },
    async (request, reply) => {
      const created = await entities.create(personOf(request), request.body);
      return reply.status(201).header('location', `/api/v1/entities/${created.id}`).send(created);
    },
  );

  app.get(
    '/api/v1/entities/:id',
    { config: readers, schema: { params, response: { 200: entity } } },
    async (request) => (await entities.find(viewer(personOf(request)), request.params.id)) ?? unknownEntity(),
  );

  app.patch(
    '/api/v1/entities/:id',
    { config: writers, schema: { params, body: entityChange, response: { 200: entity } } },
    async (request) =>
      (await entities.change(personOf(request), request.params.id, request.body)) ?? unknownEntity(),
  );

  for (const [method, done] of [
    ['PUT', true],
    ['DELETE', false],
  ] as const) {
    app.route({
      method,
      url: '/api/v1/entities/:id/setup-marks/:mark',
      config: writers,
      schema: { params: setupMarkParams, response: { 200: entity } },
      handler: async (request) => {
        const { id, mark } = request.params;
        return (await entities.mark(personOf(request), id, mark, done)) ?? unknownEntity();
      },
    });
  }

  app.delete(
    '/api/v1/entities/:id',
    { config: writers, schema: { params, response: { 204: z.null() } } },
    async (request, reply) => {
      if (!(await entities.remove(personOf(request), request.params.id))) return unknownEntity();
      return reply.status(204).send(null);
    },
  );
}

function viewer({ tenantId, roles }: Person): Viewer {
  return { tenantId, mayWrite: roles.includes('Admin') };
}

/** Another tenant's id is answered like one that does not exist. */
export function unknownEntity(): never {
  throw new ProblemError('not-found', 'There is no such entity');
}
