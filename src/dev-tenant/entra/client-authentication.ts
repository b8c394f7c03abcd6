import { timingSafeEqual } from 'node:crypto';

import type { DevTenantContext } from '../context.ts';
import type { Application } from '../directory/model.ts';
import { clientFault } from './client-faults.ts';
import { secretExpired, secretMissing, secretWrong } from './refusals.ts';

export interface ClientCredentials {
  clientId: string | undefined;
  clientSecret: string | undefined;
}

const formDecode = (value: string): string => decodeURIComponent(value.replaceAll('+', ' '));

/** Client id and secret from the form or, failing that, from HTTP Basic (RFC 6749, section 2.3.1). */
export function readClientCredentials(
  form: URLSearchParams,
  authorization: string | undefined,
): ClientCredentials {
  const encoded = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1];
  const [id, secret] = encoded ? Buffer.from(encoded, 'base64').toString().split(':', 2) : [];
  return {
    clientId: form.get('client_id') ?? (id ? formDecode(id) : undefined),
    clientSecret: form.get('client_secret') ?? (secret ? formDecode(secret) : undefined),
  };
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Checks the secret of a confidential client by the tenant's clock; several secrets may be valid at once.
 * @throws Refusal 7000218 missing, 7000215 wrong, 7000222 right but past its end
 */
export function authenticateClient(
  context: DevTenantContext,
  client: Application,
  secret: string | undefined,
): void {
  if (!secret) throw secretMissing();
  if (clientFault(context, 'secret-wrong', client.appId)) throw secretWrong(client.appId);
  const matching = client.passwordCredentials.find(({ secretText }) => sameText(secretText, secret));
  if (!matching) throw secretWrong(client.appId);
  const over = Date.parse(matching.endDateTime) <= context.now();
  if (over || clientFault(context, 'secret-expired', client.appId)) throw secretExpired(client.appId);
}
