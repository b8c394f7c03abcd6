import * as z from 'zod/mini';
import { clientConfig, type ClientConfig } from '../../shared/api/client-config.ts';

const answerWithinMs = 10_000;

/** GET /tab/config.json. Throws when the server does not answer, or not in the agreed shape. */
export async function fetchClientConfig(): Promise<ClientConfig> {
  const answer = await fetch('/tab/config.json', { signal: AbortSignal.timeout(answerWithinMs) });
  if (!answer.ok) throw new Error(`config.json answered ${answer.status}`);
  return z.parse(clientConfig, await answer.json());
}
