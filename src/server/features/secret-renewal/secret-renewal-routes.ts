import * as z from 'zod/mini';
import { secretRenewal, secretRenewalRequest } from '../../../shared/api/entities.ts';
import { idInPath } from '../../../shared/api/id-in-path.ts';
import { personOf } from '../../http/access.ts';
import { ProblemError } from '../../http/problems.ts';
import type { Server } from '../../http/server.ts';
import { invalidValues, notStored, unknownEntity } from '../entity-registration/index.ts';
import type { SecretRenewals } from './secret-renewal-service.ts';

/** POST /api/v1/entities/{id}/secret-renewals */
export function secretRenewalRoutes(app: Server, renewals: SecretRenewals): void {
  app.post(
    '/api/v1/entities/:id/secret-renewals',
    {
      config: { access: ['Admin'] },
      schema: {
        params: z.object({ id: idInPath }),
        body: secretRenewalRequest,
        response: { 200: secretRenewal },
      },
    },
    async (request) => {
      const result = await renewals.renew(personOf(request), request.params.id, request.body);
      switch (result.kind) {
        case 'renewed':
          return { renewed: result.renewed, sameSecret: result.sameSecret };
        case 'not-found':
          return unknownEntity();
        case 'registration-missing':
          throw new ProblemError('registration-missing', 'Enter the registration first');
        case 'changed-meanwhile':
          throw new ProblemError(
            'conflict',
            'Another person changed the registration meanwhile; look at it again',
          );
        case 'invalid':
          throw invalidValues(result.problems);
        case 'refused':
        case 'unchecked':
          throw notStored(result.kind, result.verdict);
      }
    },
  );
}
