import { diagnosis, diagnosisRequest } from '../../../shared/api/diagnoses.ts';
import { diagnose } from '../../diagnosis/index.ts';
import type { Server } from '../../http/server.ts';

/**
 * POST /api/v1/diagnoses: what an answer of Microsoft's means that never came back to us, because it stands on a page of
 * Microsoft's. Nothing is asked, kept or logged.
 */
export function diagnosisRoutes(app: Server, now: () => number): void {
  app.post(
    '/api/v1/diagnoses',
    {
      config: { access: ['Admin', 'Reader', 'User', 'Operator'] },
      schema: { body: diagnosisRequest, response: { 200: diagnosis } },
    },
    async ({ body }) => {
      const { protocol = 'entra', stage = 'admin-consent-callback', ...said } = body;
      return { verdict: diagnose({ protocol, stage, ...said, now: now() }) };
    },
  );
}
