import type { Socket } from 'node:net';

/** What Node's parser reports; the request itself stands in `rawPacket`. */
type ParserError = Error & { code?: string };

const statusLines: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/**
 * Answers what is no HTTP, too long or too slow, and closes. Fastify's own handler would log the packet as it came, with
 * the query, which may hold a state, and the headers, which may hold a token.
 */
export function refuseUnreadable({ code = '' }: ParserError, socket: Socket): void {
  if (code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const status = statusLines[code] ?? '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
}
