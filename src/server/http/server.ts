import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import {
  fastify,
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyServerOptions,
} from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { installAccess } from './access.ts';
import type { TokenVerifier } from './access-token.ts';
import { contentSecurityPolicy, type PageOrigins } from './content-security-policy.ts';
import { createEventStreams } from './event-stream-reply.ts';
import { installProblems, sendNotFound } from './problems.ts';
import type { ServiceKeyVerifier } from './service-key-access.ts';
import { refuseUnreadable } from './unreadable-requests.ts';

export interface ServerOptions {
  logger: FastifyBaseLogger;
  verifier: TokenVerifier;
  serviceKeys: ServiceKeyVerifier;
  pageOrigins: PageOrigins;
  /** Proxies whose `X-Forwarded-For` is believed: addresses or networks. Default: none. */
  trustProxy?: string[];
  requestsPerMinute?: number;
  /** Told about everybody who was let in. */
  seen: (caller: { tenantId: string }) => void;
}

const bodyLimitBytes = 64 * 1024;
/** A page with live progress makes a handful of calls; whoever needs more than ten a second is not a page. */
const requestsPerMinute = 600;

/** The HTTP side of the product: schemas, problem documents, access rule, headers. Routes are added by the features. */
export async function createServer(options: ServerOptions) {
  const settings: FastifyServerOptions = {
    loggerInstance: options.logger,
    bodyLimit: bodyLimitBytes,
    trustProxy: options.trustProxy ?? false,
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 100 },
    genReqId: () => randomUUID(),
    frameworkErrors: (_error, request, reply) => void sendNotFound(request, reply),
    clientErrorHandler: refuseUnreadable,
    // Requests are not logged one by one: what matters is said where it happens.
    logController: new LogController({ disableRequestLogging: true }),
  };
  const app = fastify(settings);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  installProblems(app);
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy(options.pageOrigins) },
    // Teams and Outlook frame the pages; frame-ancestors of the policy says who may.
    frameguard: false,
    // The sign-in window has to find its opener.
    crossOriginOpenerPolicy: { policy: 'same-origin-allow-popups' },
    strictTransportSecurity: options.pageOrigins.secure,
  });
  await app.register(rateLimit, {
    max: options.requestsPerMinute ?? requestsPerMinute,
    timeWindow: '1 minute',
  });
  neverCacheTheApi(app);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'LEGAL 365 Connect', version: '1' },
      components: {
        securitySchemes: {
          entra: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          serviceKey: { type: 'http', scheme: 'bearer', bearerFormat: 'l365_...' },
        },
      },
      security: [{ entra: [] }],
    },
    transform: jsonSchemaTransform,
  });
  installAccess(app, options);
  closeUnusedConnectionsAtStop(app);
  app.get('/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, () => app.swagger());
  return { app: app.withTypeProvider<ZodTypeProvider>(), openEventStream: createEventStreams(app) };
}

/** States and values of a firm stay out of every cache on the way (RFC 9111, section 5.2.2.5). */
function neverCacheTheApi(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
  });
}

const sweepMs = 50;

/**
 * A stopping server waits for its connections, also for those that a browser opened ahead and never used, which Node
 * does not count as idle. Requests that run are waited for; once none does, what is left is closed.
 */
function closeUnusedConnectionsAtStop(app: FastifyInstance): void {
  let running = 0;
  app.server.on('request', (_request, response) => {
    running++;
    response.once('close', () => running--);
  });
  app.addHook('preClose', async () => {
    const sweep = setInterval(() => running === 0 && app.server.closeAllConnections(), sweepMs);
    app.server.once('close', () => clearInterval(sweep));
  });
}

/** The server with its schemas' types, as the features' routes take it. */
export type Server = Awaited<ReturnType<typeof createServer>>['app'];
