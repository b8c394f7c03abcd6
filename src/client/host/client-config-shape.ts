import * as z from 'zod/mini';
import { clientConfig, type ClientConfig } from '../../shared/api/client-config.ts';

/** Throws where the answer is not what the pages were built for. */
export function readClientConfig(answer: unknown): ClientConfig {
  return z.parse(clientConfig, answer);
}
