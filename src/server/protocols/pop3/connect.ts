import type { TLSSocket } from 'node:tls';
import { Pop3Client } from './client.ts';
import { greeting } from './commands/greeting.ts';
import { Conversation } from './conversation.ts';
import type { Pop3Stage } from './error.ts';
import { defaultLimits, defaultTimeouts, type Pop3Limits, type Pop3Timeouts } from './limits.ts';
import { openTlsSocket, type TlsTarget } from './tls-socket.ts';
import type { Trace } from './trace.ts';

export interface Pop3Options extends TlsTarget {
  timeouts?: Partial<Pop3Timeouts> | undefined;
  limits?: Partial<Pop3Limits> | undefined;
  /** Ends the connection, whatever it is doing. */
  signal?: AbortSignal | undefined;
  /** Gets each line of the dialogue, credentials masked. */
  trace?: Trace | undefined;
  /** Called for `connect`, `tls` and `greeting` when each has succeeded. */
  onStage?: ((stage: Pop3Stage) => void) | undefined;
}

/**
 * Opens a session up to the greeting.
 * @throws Pop3Error of stage `connect`, `tls` or `greeting`; nothing stays open then
 */
export async function connectPop3(options: Pop3Options): Promise<Pop3Client> {
  const { signal, trace, onStage = () => undefined } = options;
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const limits = { ...defaultLimits, ...options.limits };
  const socket = await openTlsSocket(options, timeouts, signal, onStage);
  const security = securityOf(socket); // now: a socket that is destroyed has forgotten it
  const conversation = new Conversation(socket, { timeouts, limits, trace, signal });
  try {
    const text = await greeting(conversation);
    onStage('greeting');
    return new Pop3Client(conversation, text, security);
  } catch (error) {
    conversation.close();
    throw error;
  }
}

function securityOf(socket: TLSSocket) {
  return { protocol: socket.getProtocol() ?? 'unknown', cipher: socket.getCipher().standardName };
}
