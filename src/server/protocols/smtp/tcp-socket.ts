import { connect, type Socket } from 'node:net';
import { SmtpError, type SmtpFailure } from './error.ts';
import { networkCodeOf } from './network-code.ts';

/**
 * Opens the connection ourselves: nodemailer would resolve the name with its own code and hide whose fault a failure is.
 * @throws SmtpError of stage `connect`
 */
export function openTcpSocket(
  { host, port }: { host: string; port: number },
  timeout: number,
  signal: AbortSignal | undefined,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new SmtpError('cancelled', { stage: 'connect', failure: 'aborted', cause: signal.reason }));
      return;
    }
    const socket = connect({ host, port });
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      socket.off('connect', onConnect).off('error', onError);
      // From here to the next listener, or for ever, an error concerns nobody; unheard it would end the process.
      socket.on('error', () => undefined);
    };
    const fail = (failure: SmtpFailure, message: string, cause?: unknown) => {
      settle();
      socket.destroy();
      reject(new SmtpError(message, { stage: 'connect', failure, networkCode: networkCodeOf(cause), cause }));
    };
    const onAbort = () => fail('aborted', 'cancelled', signal?.reason);
    const onError = (cause: Error) => fail('network', cause.message, cause);
    const onConnect = () => {
      settle();
      resolve(socket);
    };
    const timer = setTimeout(() => fail('timeout', `no answer within ${timeout / 1000} s`), timeout);
    signal?.addEventListener('abort', onAbort, { once: true });
    socket.setNoDelay(true);
    socket.on('connect', onConnect).on('error', onError);
  });
}
