import { evidenceOf as pop3EvidenceOf, testPop3 } from '../../protocols/pop3/index.ts';
import { evidenceOf as smtpEvidenceOf, testSmtp } from '../../protocols/smtp/index.ts';
import type { MailServer, ServerOutcome } from './judge-server.ts';

export interface MailServerAddress {
  host: string;
  port: number;
  /** Certificate authority in PEM when the host's certificate does not come from a public one. */
  ca?: string | undefined;
}

export interface ServerRequest {
  server: MailServer;
  address: MailServerAddress;
  credentials: { user: string; accessToken: string };
  /** Milliseconds until all of it must be over. */
  withinMs: number;
  now: () => number;
  /** Called with each stage that has succeeded. */
  onStage: (stage: string) => void;
}

/** Signs in to a mail server, to STAT of POP3 or to AUTH of SMTP. Whatever the other side does is an outcome. */
export function askServer(request: ServerRequest): Promise<ServerOutcome> {
  return request.server === 'pop3' ? askPop3(request) : askSmtp(request);
}

async function askPop3(request: ServerRequest): Promise<ServerOutcome> {
  const answer = await testPop3(optionsOf(request));
  if ('maildrop' in answer) return { kind: 'ok', maildrop: answer.maildrop };
  const { error } = answer;
  const evidence = pop3EvidenceOf(error, request.address.host);
  return { kind: 'refused', evidence: { ...evidence, sasl: error.xoauth2 } };
}

async function askSmtp(request: ServerRequest): Promise<ServerOutcome> {
  const { error } = await testSmtp(optionsOf(request));
  if (error === undefined) return { kind: 'ok' };
  const evidence = smtpEvidenceOf(error, request.address.host);
  return { kind: 'refused', evidence: { ...evidence, sasl: error.xoauth2 } };
}

function optionsOf({ address, credentials, withinMs, now, onStage }: ServerRequest) {
  const { host, port, ca } = address;
  return {
    host,
    port,
    ca,
    credentials,
    now,
    signal: AbortSignal.timeout(withinMs),
    onStep: ({ stage }: { stage: string }) => onStage(stage),
  };
}
