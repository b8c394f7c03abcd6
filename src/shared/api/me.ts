import * as z from 'zod/mini';
import { roles } from '../domain/roles.ts';

/** GET /api/v1/me: who is signed on, and what that person may do. */
export const me = z.object({
  tenantId: z.string(),
  userId: z.string(),
  name: z.string(),
  username: z.string(),
  roles: z.array(z.enum(roles)),
  /** May this person grant consent for application rights in Entra, judged by directory roles; null when unknown. */
  canConsent: z.nullable(z.boolean()),
});
export type Me = z.infer<typeof me>;
