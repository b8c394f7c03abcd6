import { pino, type Logger } from 'pino';

/** Fields that may hold a secret wherever they stand; what is logged is chosen by hand, this is the second net. */
const redacted = [
  'authorization',
  '*.authorization',
  'headers.authorization',
  'clientSecret',
  '*.clientSecret',
  'client_secret',
  '*.client_secret',
  'accessToken',
  '*.accessToken',
  'access_token',
  '*.access_token',
  'refreshToken',
  '*.refreshToken',
];

export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    redact: { paths: redacted, censor: '[redacted]' },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: {
      // An address may carry what must not be logged in its query; a body is never part of it.
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split('?', 1)[0],
      }),
    },
  });
}
