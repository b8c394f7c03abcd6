import * as z from 'zod/mini';
import { consentRequest, startedConsent } from '../../../shared/api/consent.ts';
import { entity } from '../../../shared/api/entities.ts';
import { idInPath } from '../../../shared/api/id-in-path.ts';
import { preferredLanguage } from '../../http/accept-language.ts';
import { personOf } from '../../http/access.ts';
import { answerPage, answerPagePolicy } from '../../http/answer-page.ts';
import type { Person } from '../../http/person.ts';
import { ProblemError } from '../../http/problems.ts';
import type { Server } from '../../http/server.ts';
import { replacedMeanwhile, type TestSubjects } from '../connection-test/index.ts';
import { unknownEntity, type Entities } from '../entity-registration/index.ts';
import { readConsentAnswer } from './consent-answer.ts';
import { consentAnswerTexts } from './consent-answer-texts.ts';
import type { AdminConsents } from './consent-service.ts';
import type { ConsentWatch } from './consent-watch-service.ts';

export interface ConsentRouteDependencies {
  consents: AdminConsents;
  watch: ConsentWatch;
  entities: Entities;
  subjects: TestSubjects;
  /** Address of the callback, as the registrations have to list it. */
  redirectUri: () => string;
}

const params = z.object({ id: idInPath });
const path = '/api/v1/entities/:id/consent';
const writers = { access: ['Admin'] as const };
/** A person brings one answer; who tries states brings many. */
const answersAMinute = 60;

/** POST and DELETE .../consent begin and end an attempt, POST .../consent/looks looks now; all for admins. */
export function consentRoutes(app: Server, given: ConsentRouteDependencies): void {
  const { consents, watch, subjects } = given;
  async function shown({ tenantId }: Person, entityId: string) {
    return (await given.entities.find({ tenantId, mayWrite: true }, entityId)) ?? unknownEntity();
  }

  app.post(
    path,
    { config: writers, schema: { params, body: consentRequest, response: { 200: startedConsent } } },
    async (request) => {
      const { id } = request.params;
      const result = await consents.start(personOf(request), id, request.body, given.redirectUri());
      if (result.kind === 'started') return { link: result.link, attempt: result.attempt };
      return result.kind === 'not-found' ? unknownEntity() : registrationMissing();
    },
  );

  app.delete(path, { config: writers, schema: { params, response: { 200: entity } } }, async (request) => {
    await consents.cancel(personOf(request), request.params.id);
    return shown(personOf(request), request.params.id);
  });

  app.post(
    `${path}/looks`,
    { config: writers, schema: { params, response: { 200: entity } } },
    async (request) => {
      const person = personOf(request);
      const { id } = request.params;
      const subject = await subjects.subject(person.tenantId, id);
      if (subject === null) {
        await shown(person, id);
        return registrationMissing();
      }
      await watch.lookNow(subject, person.userId).catch(replacedMeanwhile);
      return shown(person, id);
    },
  );

  callbackRoute(app, consents);
}

/**
 * GET /auth/consent/callback: where Microsoft's page sends the browser back to. Nobody is signed on here, and nothing is
 * believed. HEAD is not answered: a scanner of links would spend the state.
 */
function callbackRoute(app: Server, consents: AdminConsents): void {
  app.get(
    '/auth/consent/callback',
    {
      config: { access: 'public', rateLimit: { max: answersAMinute, timeWindow: '1 minute' } },
      schema: { hide: true },
      exposeHeadRoute: false,
    },
    async (request, reply) => {
      const query = request.query as Readonly<Record<string, unknown>>;
      const outcome = await consents.answered(readConsentAnswer(query));
      const language = outcome.language ?? preferredLanguage(request.headers['accept-language']);
      const understood = outcome.kind !== 'unknown' && outcome.kind !== 'malformed';
      return reply
        .status(understood ? 200 : 400)
        .headers({ 'content-security-policy': answerPagePolicy, 'cache-control': 'no-store' })
        .type('text/html; charset=utf-8')
        .send(answerPage(language, consentAnswerTexts(outcome, language)));
    },
  );
}

function registrationMissing(): never {
  throw new ProblemError('registration-missing', 'Enter the registration of the entity first');
}
