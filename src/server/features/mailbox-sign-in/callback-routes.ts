import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../../shared/i18n/languages.ts';
import { preferredLanguage } from '../../http/accept-language.ts';
import { answerPage, answerPagePolicy, questionPagePolicy, type AnswerPage } from '../../http/answer-page.ts';
import type { Server } from '../../http/server.ts';
import type { PendingGrants } from './pending-grant-service.ts';
import { pageAnswerTexts, signInPageTexts } from './sign-in-page-texts.ts';
import { readSignInAnswer } from './sign-in-answer.ts';
import type { SignInAnswers } from './sign-in-answer-service.ts';

export interface CallbackRouteDependencies {
  answers: SignInAnswers;
  pendingGrants: PendingGrants;
}

const callbackPath = '/auth/mailbox/callback';
const questionPath = '/auth/mailbox/answer';
/** A person brings one answer; who tries states brings many. */
const everybody = {
  access: 'public',
  rateLimit: { max: 60, timeWindow: '1 minute' },
} as const;
const longestForm = 1024;

/**
 * GET /auth/mailbox/callback: where Microsoft's page sends the browser back to. Nobody is signed on here, and nothing is
 * believed but the state. HEAD is not answered: a scanner of links would spend it.
 */
export function callbackRoutes(app: Server, { answers, pendingGrants }: CallbackRouteDependencies): void {
  app.get(
    callbackPath,
    { config: everybody, schema: { hide: true }, exposeHeadRoute: false },
    async (request, reply) => {
      const query = request.query as Readonly<Record<string, unknown>>;
      const outcome = await answers.take(readSignInAnswer(query));
      const language = outcome.language ?? preferredLanguage(request.headers['accept-language']);
      const understood = outcome.kind !== 'unknown' && outcome.kind !== 'malformed';
      const page = signInPageTexts(outcome, language, questionPath);
      return send(reply, understood ? 200 : 400, language, page);
    },
  );
  questionRoute(app, pendingGrants);
}

/** POST /auth/mailbox/answer: the form of the page above, for a person who has no tab with us. */
function questionRoute(app: Server, pendingGrants: PendingGrants): void {
  // In a scope of its own, so that no other route takes forms.
  void app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: longestForm },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    );
    scope.post(questionPath, { config: everybody, schema: { hide: true } }, async (request, reply) => {
      const { token, answer } = formOf(request);
      const asked = token !== '' && (answer === 'allow' || answer === 'decline');
      const outcome = asked
        ? await pendingGrants.answerOnPage(token, answer === 'allow')
        : ({ kind: 'unasked', language: null } as const);
      const language = outcome.language ?? preferredLanguage(request.headers['accept-language']);
      const status = outcome.kind === 'unasked' ? 400 : 200;
      return send(reply, status, language, pageAnswerTexts(outcome, language));
    });
  });
}

function formOf({ body }: FastifyRequest): { token: string; answer: string } {
  const form = body instanceof URLSearchParams ? body : new URLSearchParams();
  return { token: form.get('token') ?? '', answer: form.get('answer') ?? '' };
}

function send(reply: FastifyReply, status: number, language: Language, page: AnswerPage): FastifyReply {
  const policy = page.question === undefined ? answerPagePolicy : questionPagePolicy;
  return reply
    .status(status)
    .headers({ 'content-security-policy': policy, 'cache-control': 'no-store' })
    .type('text/html; charset=utf-8')
    .send(answerPage(language, page));
}
