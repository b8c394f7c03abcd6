import { NetworkError, type HttpReply } from './exchange.ts';

/** What came instead of the wanted answer: a complete reply that says no, or no reply. Evidence for the diagnosis. */
export interface Refusal {
  httpStatus?: number;
  headers?: Record<string, string>;
  raw?: string;
  networkError?: { code?: string; message: string; host: string };
}

export function refusalOfReply(reply: HttpReply): Refusal {
  return { httpStatus: reply.status, headers: reply.headers, raw: reply.body };
}

/** Rethrows whatever is not a failure of the network: a mistake of ours must not look like one of Microsoft's. */
export function refusalOfError(error: unknown): Refusal {
  if (!(error instanceof NetworkError)) throw error;
  const { code, message, host } = error;
  return { networkError: code === undefined ? { message, host } : { code, message, host } };
}
