import type { SmtpError, SmtpStage } from './error.ts';

/** The three stages at which the diagnosis looks. */
export type SmtpEvidenceStage = 'smtp-connect' | 'smtp-auth' | 'smtp-send';

const evidenceStages: Readonly<Record<SmtpStage, SmtpEvidenceStage>> = {
  connect: 'smtp-connect',
  greeting: 'smtp-connect',
  starttls: 'smtp-connect',
  auth: 'smtp-auth',
  mail: 'smtp-send',
  rcpt: 'smtp-send',
  data: 'smtp-send',
};

/** What a failure of this client is to the diagnosis. */
export interface SmtpEvidence {
  protocol: 'smtp';
  stage: SmtpEvidenceStage;
  /** The server's reply, where it said something; for a missing STARTTLS its answer to EHLO. */
  raw?: string;
  /** The decoded challenge of a refused token. */
  sasl?: { status?: string; scope?: string };
  /** Where no answer, or no complete one, came. */
  networkError?: { code?: string; message: string; host: string };
}

export function evidenceOf(error: SmtpError, host: string): SmtpEvidence {
  const evidence: SmtpEvidence = { protocol: 'smtp', stage: evidenceStages[error.stage] };
  if (error.reply !== undefined) evidence.raw = error.reply;
  if (error.xoauth2) {
    const { status, scope } = error.xoauth2;
    evidence.sasl = { ...(status !== undefined && { status }), ...(scope !== undefined && { scope }) };
  }
  const code = nodeCodeOf(error);
  if (code !== undefined) evidence.networkError = { code, message: error.message, host };
  return evidence;
}

/** A code of Node.js, also where the end of a connection has none of its own. */
function nodeCodeOf({ failure, networkCode }: SmtpError): string | undefined {
  switch (failure) {
    case 'timeout':
      return 'ETIMEDOUT';
    case 'closed':
      return 'ECONNRESET';
    case 'aborted':
      return 'ABORT_ERR';
    case 'network':
      return networkCode ?? 'ECONNRESET';
    case 'refused':
    case 'no-starttls':
    case 'protocol':
    case 'limit':
      return undefined;
  }
}
