import { isIP } from 'node:net';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { longestReplyOctets, type SmtpTarget } from './options.ts';

/** Ours run out first; nodemailer's would end a connection without saying in which stage. */
const never = 2 ** 31 - 1;

/** STARTTLS or nothing, TLS 1.2 or later, certificate and name checked. */
export function connectionOptions({ host, port, serverName, ca }: SmtpTarget): SMTPConnection.Options {
  const name = serverName ?? host;
  return {
    host,
    port,
    secure: false,
    requireTLS: true,
    // RFC 5321 section 4.1.4; the name of the machine inside a firm is nobody's business.
    name: '[127.0.0.1]',
    tls: {
      host: name,
      // An address is no server name (RFC 6066 section 3); the certificate is then checked against the address.
      ...(isIP(name) ? {} : { servername: name }),
      ...(ca === undefined ? {} : { ca }),
      minVersion: 'TLSv1.2',
      rejectUnauthorized: true,
    },
    maxResponseSize: longestReplyOctets,
    connectionTimeout: never,
    greetingTimeout: never,
    socketTimeout: never,
    transactionLog: true,
  };
}
