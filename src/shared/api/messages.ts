import * as z from 'zod/mini';

export const mostMessagesAPage = 200;

/**
 * Where a message's content is. `kept`: here, until LEGAL 365 takes it over. `acknowledged`, `expired`: deleted here, because
 * LEGAL 365 has it, or after 30 days. `too-large`, `refused`: never fetched, only at Microsoft.
 */
export const contentStates = ['kept', 'acknowledged', 'expired', 'too-large', 'refused'] as const;
export type ContentState = (typeof contentStates)[number];

const person = z.object({ name: z.nullable(z.string()), address: z.nullable(z.string()) });

/** A retrieved message as a list shows it. */
export const messageSummary = z.object({
  /** Stays the same for this message of this mailbox. */
  id: z.string(),
  /** Grows with each message of the mailbox; the cursor of the hand-over. */
  number: z.int(),
  from: z.nullable(person),
  subject: z.nullable(z.string()),
  /** As the message says; null when it says nothing that is a date. */
  sentAt: z.nullable(z.string()),
  retrievedAt: z.string(),
  octets: z.int(),
  messageId: z.nullable(z.string()),
  content: z.enum(contentStates),
  /** When LEGAL 365 took it over: its content, sender and subject are deleted then. */
  acknowledgedAt: z.nullable(z.string()),
});
export type MessageSummary = z.infer<typeof messageSummary>;

/**
 * GET /api/v1/mailboxes/{id}/messages?after=N&limit=N[&order=newest]: for its owner, and LEGAL 365 by a key with scope `mail`.
 * `of`: those whose content is here (`kept`), those that never came because of their size or a refusal (`left-out`), or `all`,
 * also those whose content is gone.
 */
export const messageQuery = z.object({
  after: z.optional(z.coerce.number().check(z.int(), z.minimum(0))),
  before: z.optional(z.coerce.number().check(z.int(), z.minimum(0))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(mostMessagesAPage)), 50),
  order: z._default(z.enum(['oldest', 'newest']), 'oldest'),
  of: z._default(z.enum(['kept', 'left-out', 'all']), 'kept'),
});
export type MessageQuery = z.infer<typeof messageQuery>;
export const messageList = z.object({
  messages: z.array(messageSummary),
  /** `number` to go on after (or before, newest first); null at the end. */
  next: z.nullable(z.int()),
});
export type MessageList = z.infer<typeof messageList>;

/** GET /api/v1/mailboxes/{id}/messages/{messageId}: taken apart, for its owner. */
export const messageView = z.object({
  summary: messageSummary,
  to: z.array(person),
  cc: z.array(person),
  /** Always there, from the HTML where the message has nothing else. */
  text: z.string(),
  /** Without scripts, forms and anything that loads from elsewhere; null where the message has none. */
  html: z.nullable(z.string()),
  /** Pictures of the HTML that would have been loaded from elsewhere. */
  remoteImages: z.int(),
  attachments: z.array(
    z.object({
      index: z.int(),
      name: z.nullable(z.string()),
      type: z.string(),
      octets: z.int(),
      /** A picture that stands in the HTML. */
      embedded: z.boolean(),
    }),
  ),
  /** Whether parts of it could not be read or were left out. */
  incomplete: z.boolean(),
});
export type MessageView = z.infer<typeof messageView>;

/** POST /api/v1/mailboxes/{id}/acknowledgements: LEGAL 365 has stored these; their contents are deleted here. */
export const acknowledgement = z.strictObject({
  messageIds: z.array(z.guid().check(z.toLowerCase())).check(z.minLength(1), z.maxLength(mostMessagesAPage)),
});
export type Acknowledgement = z.infer<typeof acknowledgement>;
export const acknowledged = z.object({ acknowledged: z.int() });
