import type { CreatedServiceKey, NewServiceKey } from '../../src/shared/api/service-keys.ts';
import type { Caller } from './product.ts';

export function buildKey(change: Partial<NewServiceKey> = {}): NewServiceKey {
  const expiresOn = new Date(Date.now() + 300 * 24 * 3600_000).toISOString().slice(0, 10);
  return { name: 'LEGAL 365', scopes: ['graph'], expiresOn, ...change };
}

export async function createKey(
  admin: Caller,
  entityId: string,
  change?: Partial<NewServiceKey>,
): Promise<CreatedServiceKey> {
  const path = `entities/${entityId}/service-keys`;
  const { status, body, text } = await admin.call<CreatedServiceKey>('POST', path, buildKey(change));
  if (status !== 201) throw new Error(`no key: ${text}`);
  return body;
}
