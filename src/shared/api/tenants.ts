import * as z from 'zod/mini';
import { stepStatuses } from '../domain/status.ts';

/** GET /api/v1/tenants: the fleet as its operator sees it. States alone: no names of people, no content, no values. */
export const tenantList = z.object({
  tenants: z.array(
    z.object({
      tenantId: z.string(),
      firstSeenAt: z.string(),
      lastSeenAt: z.string(),
      /** Number of entities by the status of their latest test; `unknown` where none was made. */
      entities: z.partialRecord(z.enum(stepStatuses), z.number()),
    }),
  ),
});
export type TenantList = z.infer<typeof tenantList>;
