import type { Role } from '../../shared/domain/roles.ts';

/** The signed-on person as the verified token tells. Identity is `tenantId` and `userId` (oid), never an address. */
export interface Person {
  tenantId: string;
  userId: string;
  name: string;
  username: string;
  roles: readonly Role[];
  /** May grant consent for application rights in Entra, by directory role; null when the token has no `wids`. */
  canConsent: boolean | null;
  /** End of the access token, milliseconds since 1970: whatever stays open longer has to ask again. */
  signedOnUntil: number;
}
