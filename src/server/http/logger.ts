import { pino, type DestinationStream, type Logger } from 'pino';

const secretFields = [
  'authorization',
  'clientSecret',
  'client_secret',
  'accessToken',
  'access_token',
  'refreshToken',
  'refresh_token',
  'id_token',
  'password',
  // Node's error for a request that it cannot read holds the request, with its header Authorization.
  'rawPacket',
];

/** Wherever they may stand, two levels deep: what is logged is chosen by hand, this is the second net. */
const redacted = secretFields.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** Writes JSON lines, to standard output unless told otherwise. A request is logged without its query and headers. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
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
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
