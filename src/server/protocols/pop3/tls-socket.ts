import { isIP } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { Pop3Error, type Pop3Failure, type Pop3Stage } from './error.ts';

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
    if (signal?.aborted) {
      reject(new Pop3Error('cancelled', { stage, failure: 'aborted', cause: signal.reason }));
      return;
    }
    const late = (ms: number) => setTimeout(() => fail('timeout', `no answer within ${ms / 1000} s`), ms);
    const socket = connect(optionsOf(target));
    let timer = late(timeouts.connect);
    const fail = (failure: Pop3Failure, message: string, cause?: unknown) => {
      settle();
      socket.destroy();
      reject(new Pop3Error(message, { stage, failure, cause }));
    };
    const onAbort = () => fail('aborted', 'cancelled', signal?.reason);
    const onError = (cause: Error) => fail('network', cause.message, cause);
    const onClose = () => fail('closed', 'the server closed the connection');
    const onConnect = () => {
      reached('connect');
      stage = 'tls';
      clearTimeout(timer);
      timer = late(timeouts.tls);
    };
    const onSecure = () => {
      settle();
      reached('tls');
      resolve(socket);
    };
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      // From here to the next listener, or for ever, an error concerns nobody; unheard it would end the process.
      socket.on('error', () => undefined);
      socket
        .off('error', onError)
        .off('close', onClose)
        .off('connect', onConnect)
        .off('secureConnect', onSecure);
    };
    socket.setNoDelay(true);
    socket.on('error', onError).on('close', onClose).on('connect', onConnect).on('secureConnect', onSecure);
    signal?.addEventListener('abort', onAbort, { once: true });
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
