import { diagnosis, diagnosisRequest } from '../../../shared/api/diagnoses.ts';
import { languageOf } from '../../../shared/i18n/languages.ts';
import { explain } from '../../diagnosis/explain.ts';
import { verdictText } from '../../diagnosis/verdict-text.ts';
import type { Server } from '../../http/server.ts';

/** A text of the greatest length, each character written as `\u0000`, and the headers beside it. */
const bodyLimit = 512 * 1024;

/**
 * POST /api/v1/diagnoses: what an answer means that never came back to us, because it stands on a page, in a log or in a
 * mail. Where it comes from is guessed unless told. Nothing is asked, kept or logged.
 */
export function diagnosisRoutes(app: Server, now: () => number): void {
  app.post(
    '/api/v1/diagnoses',
    {
      bodyLimit,
      config: { access: ['Admin', 'Reader', 'User', 'Operator'] },
      schema: { body: diagnosisRequest, response: { 200: diagnosis } },
    },
    async ({ body, headers }) => {
      const { language = languageOf(headers['accept-language'] ?? ''), ...pasted } = body;
      const explained = explain({ ...pasted, now: now() });
      const { title, meaning, steps } = verdictText(explained.verdict.cause, language);
      return { ...explained, text: { title, meaning, steps: [...steps] } };
    },
  );
}
