import * as z from 'zod/mini';
import { idInPath } from '../../../shared/api/id-in-path.ts';
import {
  createdServiceKey,
  newServiceKey,
  serviceKey,
  serviceKeyList,
} from '../../../shared/api/service-keys.ts';
import { personOf } from '../../http/access.ts';
import { ProblemError } from '../../http/problems.ts';
import type { Server } from '../../http/server.ts';
import { unknownEntity } from '../entity-registration/index.ts';
import { mostKeysInUse, type ServiceKeys } from './service-key-service.ts';

const path = '/api/v1/entities/:id/service-keys';
const params = z.object({ id: idInPath });
const keyParams = z.object({ id: idInPath, keyId: idInPath });

/** GET and POST .../service-keys, DELETE .../service-keys/{keyId}, which revokes. */
export function serviceKeyRoutes(app: Server, keys: ServiceKeys): void {
  app.get(
    path,
    { config: { access: ['Admin', 'Reader'] }, schema: { params, response: { 200: serviceKeyList } } },
    async (request) => {
      const { tenantId } = personOf(request);
      return { serviceKeys: (await keys.list(tenantId, request.params.id)) ?? unknownEntity() };
    },
  );

  app.post(
    path,
    {
      config: { access: ['Admin'] },
      schema: { params, body: newServiceKey, response: { 201: createdServiceKey } },
    },
    async (request, reply) => {
      const result = await keys.create(personOf(request), request.params.id, request.body);
      switch (result.kind) {
        case 'created':
          return reply.status(201).send(result.created);
        case 'not-found':
          return unknownEntity();
        case 'too-many':
          throw new ProblemError(
            'conflict',
            `The entity has ${mostKeysInUse} keys in use; revoke one of them first`,
          );
        case 'invalid':
          throw invalidExpiry(result.problem);
      }
    },
  );

  app.delete(
    `${path}/:keyId`,
    { config: { access: ['Admin'] }, schema: { params: keyParams, response: { 200: serviceKey } } },
    async (request) => {
      const { id, keyId } = request.params;
      const revoked = await keys.revoke(personOf(request), id, keyId);
      if (revoked === null) throw new ProblemError('not-found', 'There is no such service key');
      return revoked;
    },
  );
}

function invalidExpiry(code: string): ProblemError {
  const errors = [{ pointer: '/expiresOn', code, detail: code.replaceAll('-', ' ') }];
  return new ProblemError('validation-failed', 'A key ends on a day between today and two years from now', {
    errors,
  });
}
