import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Problem, ProblemCode } from '../../shared/api/problem.ts';
import type { Verdict } from '../../shared/api/verdict.ts';

type FieldError = { pointer: string; code: string; detail: string };

interface ProblemFacts {
  verdict?: Verdict;
  errors?: FieldError[];
  /** Seconds; where it is not said, those that Microsoft named. */
  retryAfter?: number;
}

/** A refusal with its problem document. Messages are for developers and logs; people read the locale's text of `code`. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly code: ProblemCode;
  readonly verdict: Verdict | undefined;
  readonly errors: FieldError[] | undefined;
  readonly retryAfter: number | null;

  constructor(code: ProblemCode, detail: string, more: ProblemFacts = {}) {
    super(detail);
    this.code = code;
    this.status = statusOf[code];
    this.verdict = more.verdict;
    this.errors = more.errors;
    this.retryAfter = more.retryAfter ?? more.verdict?.retryAfter ?? null;
  }
}

const statusOf: Record<ProblemCode, number> = {
  'validation-failed': 422,
  'body-not-json': 400,
  'body-too-large': 413,
  'media-type-unsupported': 415,
  'token-missing': 401,
  'token-refused': 401,
  'tenant-not-allowed': 403,
  'role-missing': 403,
  'key-refused': 401,
  'scope-missing': 403,
  'not-found': 404,
  conflict: 409,
  'registration-missing': 409,
  'registration-refused': 422,
  'registration-unchecked': 503,
  'app-token-refused': 502,
  'sign-in-needed': 409,
  'retrieval-off': 409,
  'too-many-requests': 429,
  unavailable: 503,
  internal: 500,
};

const titles: Record<ProblemCode, string> = {
  'validation-failed': 'Some values cannot be used',
  'body-not-json': 'The body is not JSON',
  'body-too-large': 'The body is too large',
  'media-type-unsupported': 'Only application/json is understood',
  'token-missing': 'Sign on first',
  'token-refused': 'The access token is not accepted',
  'tenant-not-allowed': 'This tenant is not admitted here',
  'role-missing': 'This needs another role',
  'key-refused': 'The service key is not accepted',
  'scope-missing': 'The service key may not do this',
  'not-found': 'There is no such thing here',
  conflict: 'This contradicts what is stored',
  'registration-missing': 'No registration is stored yet',
  'registration-refused': 'Microsoft refused these values; nothing was stored',
  'registration-unchecked': 'The values could not be checked; nothing was stored',
  'app-token-refused': 'Microsoft issues no token for this registration',
  'sign-in-needed': 'Nobody has signed in to this mailbox, or has to do so again',
  'retrieval-off': 'Retrieval is switched off for this entity',
  'too-many-requests': 'Too many requests',
  unavailable: 'Not available at the moment',
  internal: 'Something went wrong on our side',
};

/** RFC 9457, section 3. */
export function problemDocument(error: ProblemError, requestId: string): Problem {
  return {
    type: `urn:legal365-connect:problem:${error.code}`,
    title: titles[error.code],
    status: error.status,
    detail: error.message,
    code: error.code,
    ...(error.errors ? { errors: error.errors } : {}),
    ...(error.verdict ? { verdict: error.verdict, cause: error.verdict.cause } : {}),
    requestId,
  };
}

/** Every error leaves as a problem document; what went wrong inside is logged and not told. */
export function installProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = asProblem(error, request.routeOptions.bodyLimit);
    if (problem.status >= 500 && problem.code === 'internal')
      request.log.error({ err: error }, 'request failed');
    return sendProblem(problem, request, reply);
  });
  app.setNotFoundHandler(sendNotFound);
}

/** Also for a path that the router gives up on before any hook runs. The address is not repeated with what it may carry. */
export function sendNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(new ProblemError('not-found', 'The address is not known'), request, reply);
}

function sendProblem(problem: ProblemError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  // RFC 6750, section 3: a refused bearer token is answered with its scheme.
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  // RFC 9110, section 10.2.3, and RFC 6585, section 4.
  if (problem.retryAfter !== null && [429, 503].includes(problem.status)) {
    reply.header('retry-after', Math.ceil(problem.retryAfter));
  }
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problemDocument(problem, request.id));
}

function asProblem(error: FastifyError, bodyLimit: number): ProblemError {
  if (error instanceof ProblemError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map(({ instancePath, keyword, message }) => ({
      pointer: instancePath,
      code: keyword,
      detail: message ?? 'invalid',
    }));
    return new ProblemError(
      'validation-failed',
      `${error.validationContext ?? 'body'} does not fit its schema`,
      { errors },
    );
  }
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new ProblemError('body-too-large', `Send less than ${Math.floor(bodyLimit / 1024)} KiB`);
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new ProblemError('media-type-unsupported', 'Send application/json');
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new ProblemError('body-not-json', 'Send a JSON document');
  }
  // The static files refuse a path that climbs out of their folder.
  if (error.statusCode === 403) return new ProblemError('not-found', 'The path is not known');
  if (error.statusCode === 429) return new ProblemError('too-many-requests', error.message);
  if (error.statusCode === 400) return new ProblemError('body-not-json', 'The request cannot be read');
  return new ProblemError('internal', 'Quote the request id to support');
}
