import { xoauth2Response } from '../sasl/index.ts';
import { defaultTimeouts, type SmtpOptions } from './options.ts';
import { SmtpSession } from './session.ts';
import { openTcpSocket } from './tcp-socket.ts';

/**
 * Opens a session and signs in.
 * @throws SmtpError of a stage up to `auth`; nothing stays open then
 * @throws TypeError for control characters in user or token
 */
export async function openSession(options: SmtpOptions): Promise<SmtpSession> {
  const { credentials, onStage = () => undefined } = options;
  const response = xoauth2Response(credentials.user, credentials.accessToken);
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const socket = await openTcpSocket(options, timeouts.connect, options.signal);
  const session = new SmtpSession(socket, response, options, timeouts);
  onStage('connect');
  await session.secure();
  onStage('starttls');
  await session.signIn();
  onStage('auth');
  return session;
}
