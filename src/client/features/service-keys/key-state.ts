import type { ServiceKey } from '../../../shared/api/service-keys.ts';

export type KeyState = 'active' | 'expired' | 'revoked';

/** `now` in milliseconds since 1970. */
export function keyState({ revokedAt, expiresAt }: ServiceKey, now: number): KeyState {
  if (revokedAt !== null) return 'revoked';
  return Date.parse(expiresAt) <= now ? 'expired' : 'active';
}
