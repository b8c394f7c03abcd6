import { join } from 'node:path';

import type { DevTenantContext } from '../context.ts';
import type { Mailboxes } from '../graph/mailboxes.ts';
import { openMailCertificates } from './certificates.ts';
import { OpenSessions } from './open-sessions.ts';
import { Pop3Session } from './pop3/pop3-session.ts';
import { SmtpSession } from './smtp/smtp-session.ts';
import { Submissions } from './smtp/submissions.ts';
import { listenForMail, type MailListener } from './wire/mail-listener.ts';
import { WireFaults } from './wire/wire-faults.ts';

/** Where a mail client finds a host, and whom it has to trust for it. */
export interface MailHost {
  host: string;
  port: number;
  /** Certificate of the authority in PEM. */
  ca: string;
}

export interface MailHosts {
  /** POP3 over TLS. */
  pop: MailHost;
  /** SMTP submission with STARTTLS. */
  smtp: MailHost;
}

export interface ExchangeOptions {
  /** Default 0: any free port. */
  popPort?: number;
  smtpPort?: number;
  /** Milliseconds a client may keep silent; the defaults are those of Exchange. */
  idleMs?: { beforeSignIn: number; afterSignIn: number };
}

export interface Exchange {
  hosts: MailHosts;
  close(): Promise<void>;
}

/** "Set-PopSettings": PreAuthenticatedConnectionTimeout and AuthenticatedConnectionTimeout. */
const usualIdleMs = { beforeSignIn: 60_000, afterSignIn: 30 * 60_000 };
/** "Set-ReceiveConnector": ConnectionInactivityTimeout. */
const usualSmtpIdleMs = 5 * 60_000;

/**
 * Starts the mail hosts of the emulated Exchange Online: POP3 over TLS and SMTP submission, on the mailboxes that Graph
 * shows too.
 *
 * @param dataDir folder for the certificates; absent: they are forgotten at close
 */
export async function startExchange(
  context: DevTenantContext,
  mailboxes: Mailboxes,
  { dataDir, host, ...options }: ExchangeOptions & { dataDir: string | undefined; host: string },
): Promise<Exchange> {
  const certificates = await openMailCertificates(
    dataDir === undefined ? undefined : join(dataDir, 'mail-certificates.json'),
  );
  const idleMs = options.idleMs ?? usualIdleMs;
  const popSessions = new OpenSessions();
  const smtpSessions = new OpenSessions();
  const submissions = new Submissions(context, mailboxes);
  const pop = await listenForMail({
    port: options.popPort ?? 0,
    host,
    tls: 'implicit',
    certificates,
    faults: new WireFaults(context.faults, 'pop3'),
    open: () => new Pop3Session({ context, mailboxes, sessions: popSessions, idleMs }),
  });
  const smtp = await listenForMail({
    port: options.smtpPort ?? 0,
    host,
    tls: 'on-demand',
    certificates,
    faults: new WireFaults(context.faults, 'smtp'),
    open: (clientAddress) =>
      new SmtpSession({
        context,
        submissions,
        sessions: smtpSessions,
        clientAddress,
        idleMs: options.idleMs?.afterSignIn ?? usualSmtpIdleMs,
      }),
  }).catch(async (error: unknown) => {
    await pop.close();
    throw error;
  });
  const hostAt = ({ port }: MailListener): MailHost => ({ host: 'localhost', port, ca: certificates.ca });
  return {
    hosts: { pop: hostAt(pop), smtp: hostAt(smtp) },
    close: async () => {
      submissions.dropWaiting();
      await Promise.all([pop.close(), smtp.close()]);
    },
  };
}
