import * as z from 'zod/mini';

const id = z.string().check(z.minLength(1), z.maxLength(500));

/**
 * An activity as Teams posts it (Microsoft: "Bot Framework Activity schema"), as far as who sent it from where is concerned.
 * All else in it is passed on unread.
 */
const inboundActivity = z.looseObject({
  type: z.string().check(z.maxLength(60)),
  id: z.optional(id),
  serviceUrl: z.string().check(z.maxLength(2000)),
  channelId: z.string().check(z.maxLength(60)),
  from: z.looseObject({ id, aadObjectId: z.optional(z.guid()) }),
  conversation: z.looseObject({
    id,
    tenantId: z.optional(z.guid()),
    conversationType: z.optional(z.string().check(z.maxLength(60))),
  }),
  recipient: z.optional(z.looseObject({ id })),
  channelData: z.optional(z.looseObject({ tenant: z.optional(z.looseObject({ id: z.guid() })) })),
});
export type InboundActivity = z.infer<typeof inboundActivity>;

/** Null when a body is no activity. */
export function readActivity(body: unknown): InboundActivity | null {
  const parsed = inboundActivity.safeParse(body);
  return parsed.success ? parsed.data : null;
}

/** The tenant it was sent in, in lower case; null when it names none, or two. */
export function tenantOf({ channelData, conversation }: InboundActivity): string | null {
  const named = [channelData?.tenant?.id, conversation.tenantId].flatMap((tenant) =>
    tenant === undefined ? [] : [tenant.toLowerCase()],
  );
  const [tenant] = named;
  return tenant !== undefined && named.every((other) => other === tenant) ? tenant : null;
}
