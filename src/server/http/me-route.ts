import { me } from '../../shared/api/me.ts';
import { personOf } from './access.ts';
import type { Server } from './server.ts';

/** GET /api/v1/me: who is signed on, for every role. */
export function meRoute(app: Server): void {
  app.get(
    '/api/v1/me',
    { config: { access: ['Admin', 'Reader', 'User', 'Operator'] }, schema: { response: { 200: me } } },
    (request) => {
      const { roles, ...person } = personOf(request);
      return { ...person, roles: [...roles] };
    },
  );
}
