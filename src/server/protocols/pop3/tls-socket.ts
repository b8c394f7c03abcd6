import { isIP } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { Pop3Error, type Pop3Stage } from './error.ts';

export interface TlsTarget {
  host: string;
  /** 995: TLS from the first octet (RFC 8314 section 3.3). */
  port: number;
  /** Name to send (SNI) and to find in the certificate, where it is not `host`. */
  serverName?: string | undefined;
  /** Certificate authorities in PEM instead of the public ones. There is no way to accept any certificate. */
  ca?: string | undefined;
}

/**
 * A secured connection, TLS 1.2 or later, certificate and name checked.
 * @param reached called when TCP and when TLS stand
 * @throws Pop3Error of stage `connect` or `tls`
 */
export function openTlsSocket(
  target: TlsTarget,
  timeouts: { connect: number; tls: number },
  signal: AbortSignal | undefined,
  reached: (stage: Pop3Stage) => void,
): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    let stage: Pop3Stage = 'connect';
    const fail = (message: string, failure: Pop3Error['failure'], cause?: unknown) => {
      settle();
      socket.destroy();
      reject(new Pop3Error(message, { stage, failure, cause }));
    };
    const cancelled = () => fail('cancelled', 'aborted', signal?.reason);
    const late = (ms: number) => () => fail(`no answer within ${ms / 1000} s`, 'timeout');
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancelled);
      socket.removeAllListeners();
      // An error between now and the next listener, or after the end, concerns nobody; unheard it ends the process.
      socket.on('error', () => undefined);
    };
    const socket = connect(optionsOf(target));
    let timer = setTimeout(late(timeouts.connect), timeouts.connect);
    socket.setNoDelay(true);
    socket.once('error', (cause: Error) => fail(cause.message, 'network', cause));
    socket.once('close', () => fail('the server closed the connection', 'closed'));
    socket.once('connect', () => {
      reached(stage);
      stage = 'tls';
      clearTimeout(timer);
      timer = setTimeout(late(timeouts.tls), timeouts.tls);
    });
    socket.once('secureConnect', () => {
      reached(stage);
      settle();
      resolve(socket);
    });
    if (signal?.aborted) cancelled();
    else signal?.addEventListener('abort', cancelled, { once: true });
  });
}

function optionsOf({ host, port, serverName, ca }: TlsTarget) {
  const name = serverName ?? host;
  return {
    host,
    port,
    // An address is no server name (RFC 6066 section 3); the certificate is then checked against the address.
    ...(isIP(name) ? {} : { servername: name }),
    ...(ca === undefined ? {} : { ca }),
    minVersion: 'TLSv1.2' as const,
    rejectUnauthorized: true,
  };
}
