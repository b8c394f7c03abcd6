import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { MailHost } from '../config/cloud.ts';
import { NotChecked } from './outcome.ts';

const longestAnswerBytes = 16 * 1024;

/**
 * Capabilities of a POP3 host over TLS, one a line as it named them (RFC 2449). Leaves with QUIT.
 * @throws NotChecked when the host does not answer, or not in POP3
 */
export async function readPop3Capabilities(host: MailHost, withinMs: number): Promise<string[]> {
  return withSocket(host, withinMs, connectTls(tlsOptions(host)), async (socket) => {
    await answerTo(socket, undefined, /^\+OK[^\n]*\n/);
    const [, ...lines] = (await answerTo(socket, 'CAPA', /^(\+OK[\s\S]*\r?\n\.|-ERR[^\n]*)\r?\n$/)).split(
      /\r?\n/,
    );
    socket.write('QUIT\r\n');
    return lines.filter((line) => line !== '' && line !== '.');
  });
}

/**
 * Extensions of an SMTP host before and after STARTTLS (RFC 5321 section 4.1.1.1, RFC 3207). Leaves with QUIT.
 * @throws NotChecked when the host does not answer, or not in SMTP
 */
export async function readSmtpExtensions(
  host: MailHost,
  withinMs: number,
): Promise<{ before: string[]; after: string[] }> {
  return withSocket(host, withinMs, connectTcp(host.port, host.host), async (socket) => {
    await answerTo(socket, undefined, complete);
    const before = extensionsIn(await answerTo(socket, 'EHLO connect-check.invalid', complete));
    if (!before.some((line) => /^STARTTLS$/i.test(line))) return { before, after: [] };
    await answerTo(socket, 'STARTTLS', complete);
    const secured = connectTls({ ...tlsOptions(host), socket });
    const after = extensionsIn(await answerTo(secured, 'EHLO connect-check.invalid', complete));
    secured.end('QUIT\r\n');
    return { before, after };
  });
}

/** Lines with a hyphen after the code, and a last one with a blank (RFC 5321 section 4.2.1). */
const complete = /^(?:\d{3}-[^\n]*\n)*\d{3} [^\n]*\n$/;

function extensionsIn(answer: string): string[] {
  const [, ...lines] = answer.trimEnd().split(/\r?\n/);
  return lines.map((line) => line.slice(4).trim());
}

function tlsOptions({ host, port, ca }: MailHost) {
  return {
    host,
    port,
    servername: host,
    minVersion: 'TLSv1.2' as const,
    ...(ca === undefined ? {} : { ca }),
  };
}

/** One conversation with an end: in time, and with the socket closed whatever happens. */
async function withSocket<T>(
  { host, port }: MailHost,
  withinMs: number,
  socket: Socket,
  talk: (socket: Socket) => Promise<T>,
): Promise<T> {
  const timer = setTimeout(() => socket.destroy(new Error('no answer in time')), withinMs);
  try {
    return await talk(socket);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new NotChecked(`no answer of ${host}:${port}: ${[code, message].filter(Boolean).join(' ')}`);
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

/** Sends a command, if any, and reads until the answer has its end. */
function answerTo(socket: Socket, command: string | undefined, end: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const onData = (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (end.test(text)) settle(() => resolve(text));
      else if (text.length > longestAnswerBytes) settle(() => reject(new Error('the answer has no end')));
    };
    const onError = (error: Error) => settle(() => reject(error));
    const onClose = () => settle(() => reject(new Error('the connection was closed')));
    const settle = (done: () => void) => {
      socket.off('data', onData).off('error', onError).off('close', onClose);
      // An error after the answer concerns nobody, and one without a listener would end the process.
      socket.on('error', () => undefined);
      done();
    };
    socket.on('data', onData).on('error', onError).on('close', onClose);
    if (command !== undefined) socket.write(`${command}\r\n`);
  });
}
