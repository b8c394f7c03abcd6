import type { Pop3Error, Pop3Stage } from './error.ts';

/** The three stages at which the diagnosis looks. */
export type Pop3EvidenceStage = 'pop3-connect' | 'pop3-auth' | 'pop3-retrieve';

const evidenceStages: Readonly<Record<Pop3Stage, Pop3EvidenceStage>> = {
  connect: 'pop3-connect',
  tls: 'pop3-connect',
  greeting: 'pop3-connect',
  capa: 'pop3-connect',
  auth: 'pop3-auth',
  stat: 'pop3-retrieve',
  uidl: 'pop3-retrieve',
  list: 'pop3-retrieve',
  retr: 'pop3-retrieve',
  top: 'pop3-retrieve',
  dele: 'pop3-retrieve',
  noop: 'pop3-retrieve',
  rset: 'pop3-retrieve',
  quit: 'pop3-retrieve',
};

/** What a failure of this client is to the diagnosis. */
export interface Pop3Evidence {
  protocol: 'pop3';
  stage: Pop3EvidenceStage;
  /** The server's last line, where it said something. */
  raw?: string;
  /** Where no answer, or no complete one, came. */
  networkError?: { code?: string; message: string; host: string };
}

export function evidenceOf(error: Pop3Error, host: string): Pop3Evidence {
  const evidence: Pop3Evidence = { protocol: 'pop3', stage: evidenceStages[error.stage] };
  if (error.reply !== undefined) evidence.raw = error.reply;
  const code = networkCodeOf(error);
  if (code !== undefined) evidence.networkError = { code, message: error.message, host };
  return evidence;
}

/** A code of Node.js, also where the end of a connection has none of its own. */
function networkCodeOf({ failure, cause }: Pop3Error): string | undefined {
  switch (failure) {
    case 'timeout':
      return 'ETIMEDOUT';
    case 'closed':
      return 'ECONNRESET';
    case 'aborted':
      return 'ABORT_ERR';
    case 'network':
      return codeIn(cause) ?? 'ECONNRESET';
    case 'refused':
    case 'protocol':
    case 'limit':
      return undefined;
  }
}

/** Where several addresses were tried, the first failure stands for all. */
function codeIn(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null) return undefined;
  const { code, errors } = cause as { code?: unknown; errors?: unknown };
  if (typeof code === 'string') return code;
  return Array.isArray(errors) ? codeIn(errors[0]) : undefined;
}
