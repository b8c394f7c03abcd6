import type { SmtpFailure, SmtpStage } from './error.ts';

/** What is read of nodemailer's errors; its codes are listed in its lib/errors. */
export interface NodemailerFailure {
  message: string;
  code?: string | undefined;
  response?: string | undefined;
  command?: string | undefined;
  rejectedErrors?: readonly { recipient?: string | undefined; response?: string | undefined }[] | undefined;
}

const stagesOfCommands: Readonly<Record<string, SmtpStage>> = {
  'MAIL FROM': 'mail',
  'RCPT TO': 'rcpt',
  DATA: 'data',
};

/** A pipelined envelope fails as a whole on its last reply: the error knows better than the dialogue which command it was. */
export function stageOf({ command, response }: NodemailerFailure): SmtpStage | undefined {
  return response === undefined ? undefined : stagesOfCommands[command ?? ''];
}

export function failureOf(error: NodemailerFailure): SmtpFailure {
  if (/^[45]\d\d(?: |-|$)/.test(error.response ?? '')) return 'refused';
  switch (error.code) {
    case 'EPROTOCOL':
      return error.message.includes('maximum allowed size') ? 'limit' : 'protocol';
    case 'EMESSAGE':
    case 'EENVELOPE':
      return 'protocol';
    case 'ETIMEDOUT':
      return 'timeout';
    case 'ECONNECTION':
      return error.response === undefined ? 'closed' : 'protocol';
    case 'ETLS':
      if (error.response !== undefined) return 'protocol';
      return error.message.includes('closed unexpectedly') ? 'closed' : 'network';
    case undefined:
    default:
      return 'network';
  }
}
