import type { ClientConfig } from '../../shared/api/client-config.ts';

const answerWithinMs = 10_000;

/** GET /tab/config.json. Throws when the server does not answer, or not in the agreed shape. */
export async function fetchClientConfig(): Promise<ClientConfig> {
  // The schemas are not part of what the page starts with: they arrive while the server answers.
  const schemas = import(/* webpackChunkName: "client-config" */ './client-config-shape.ts');
  const answer = await fetch('/tab/config.json', { signal: AbortSignal.timeout(answerWithinMs) });
  if (!answer.ok) throw new Error(`config.json answered ${answer.status}`);
  return (await schemas).readClientConfig(await answer.json());
}
