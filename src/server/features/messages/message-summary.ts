import type { ContentState, MessageSummary } from '../../../shared/api/messages.ts';
import type { StoredMessage } from '../mail-retrieval/index.ts';

/** What the API tells of a message without opening it. */
export function messageSummary(message: StoredMessage): MessageSummary {
  const { id, number, header, octets, retrievedAt, acknowledgedAt } = message;
  return {
    id,
    number,
    from: header?.from ?? null,
    subject: header?.subject ?? null,
    sentAt: header?.sentAt ?? null,
    messageId: header?.messageId ?? null,
    octets,
    retrievedAt: retrievedAt.toISOString(),
    content: contentState(message),
    acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
  };
}

export function contentState({ contentId, leftOut, acknowledgedAt }: StoredMessage): ContentState {
  if (leftOut !== null) return leftOut;
  if (contentId !== null) return 'kept';
  return acknowledgedAt === null ? 'expired' : 'acknowledged';
}

/** Where a message is whose content cannot be read here. For developers and logs. */
export const whereContentIs: Readonly<Record<Exclude<ContentState, 'kept'>, string>> = {
  acknowledged: 'LEGAL 365 has acknowledged this message, so its content was deleted here',
  expired: 'The content was deleted here 30 days after it was retrieved',
  'too-large': 'The message is larger than what is retrieved; it is at Microsoft only',
  refused: 'Microsoft did not hand out this message; it is at Microsoft only',
};
