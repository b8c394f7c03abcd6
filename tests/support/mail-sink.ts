import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A message as a server passed it on. */
export interface ReceivedMail {
  from: string;
  to: string[];
  /** As it came, dots unstuffed; each octet a character. */
  content: string;
}

export interface MailSink {
  port: number;
  /** The next message that is for the address; waits for it. */
  mailTo(address: string): Promise<ReceivedMail>;
  close(): Promise<void>;
}

const capabilities = '250-sink\r\n250-SIZE 157286400\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n';

/** Where a mail server under test delivers: takes everything (RFC 5321, no pipelining) and keeps it. */
export async function startMailSink(): Promise<MailSink> {
  const mails: ReceivedMail[] = [];
  const waiting = new Set<() => void>();
  const keep = (mail: ReceivedMail) => {
    mails.push(mail);
    for (const look of waiting) look();
  };
  const server = createServer((socket) => converse(socket, keep));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    mailTo: (address) =>
      new Promise((resolve) => {
        const look = () => {
          const index = mails.findIndex(({ to }) => to.includes(address));
          if (index < 0) return;
          waiting.delete(look);
          resolve(mails.splice(index, 1)[0]!);
        };
        waiting.add(look);
        look();
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function converse(socket: Socket, keep: (mail: ReceivedMail) => void): void {
  let mail: ReceivedMail = { from: '', to: [], content: '' };
  let text = '';
  let isData = false;
  socket.on('error', () => undefined);
  socket.write('220 sink\r\n');
  const replyTo = (line: string): string => {
    const [, verb = '', path = ''] = /^(\w+)[^<]*<?([^>]*)/.exec(line) ?? [];
    if (verb === 'EHLO') return capabilities;
    if (verb === 'QUIT') return '221 bye\r\n';
    if (verb === 'MAIL') mail = { from: path, to: [], content: '' };
    if (verb === 'RCPT') mail.to.push(Buffer.from(path, 'latin1').toString());
    isData = verb === 'DATA';
    return isData ? '354 go on\r\n' : '250 2.0.0 fine\r\n';
  };
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1');
    for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
      const line = text.slice(0, end);
      text = text.slice(end + 2);
      if (!isData) socket.write(replyTo(line));
      else if (line !== '.') mail.content += `${line.replace(/^\./, '')}\r\n`;
      else {
        isData = false;
        keep(mail);
        socket.write('250 2.0.0 kept\r\n');
      }
    }
  });
}
