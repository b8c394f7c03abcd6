import { messageList, messageView, type MessageList, type MessageView } from '../../shared/api/messages.ts';
import {
  retrievalSettingsAnswer,
  type RetrievalSettings,
  type RetrievalSettingsAnswer,
} from '../../shared/api/retrievals.ts';
import { jsonCaller } from './json-caller.ts';
import type { Transport } from './transport.ts';

/** What was retrieved into a mailbox, and whether an entity's mailboxes are retrieved. All throw as Transport does. */
export interface MessageApi {
  /** Newest first; `before`: those with smaller numbers. */
  list(mailboxId: string, before: number | null): Promise<MessageList>;
  /** The newest of those that stayed at Microsoft. */
  leftOut(mailboxId: string): Promise<MessageList>;
  view(mailboxId: string, messageId: string): Promise<MessageView>;
  /** The whole message as it came. */
  content(mailboxId: string, messageId: string): Promise<Blob>;
  attachment(mailboxId: string, messageId: string, index: number): Promise<Blob>;
  settings(entityId: string): Promise<RetrievalSettingsAnswer>;
  changeSettings(entityId: string, settings: RetrievalSettings): Promise<RetrievalSettingsAnswer>;
}

const pageOf = 25;
/** The server takes at most half a minute to take a message apart, and others may be before this one. */
const openingMs = 60_000;
/** A message of 150 MB over a slow line. */
const savingMs = 15 * 60_000;

export function createMessageApi(transport: Transport): MessageApi {
  const json = jsonCaller(transport);
  const at = (mailboxId: string, rest = '') => `/mailboxes/${encodeURIComponent(mailboxId)}/messages${rest}`;
  const one = (mailboxId: string, messageId: string, rest = '') =>
    at(mailboxId, `/${encodeURIComponent(messageId)}${rest}`);
  const settings = (entityId: string) => `/entities/${encodeURIComponent(entityId)}/retrieval`;
  const file = async (path: string) =>
    (await transport(path, { accept: '*/*', signal: AbortSignal.timeout(savingMs) })).blob();
  return {
    leftOut: (mailboxId) => json(at(mailboxId, `?order=newest&limit=${pageOf}&of=left-out`), messageList),
    list: (mailboxId, before) => {
      const page = before === null ? '' : `&before=${before}`;
      return json(at(mailboxId, `?order=newest&limit=${pageOf}${page}`), messageList);
    },
    view: (mailboxId, messageId) => json(one(mailboxId, messageId), messageView, {}, openingMs),
    content: (mailboxId, messageId) => file(one(mailboxId, messageId, '/content')),
    attachment: (mailboxId, messageId, index) => file(one(mailboxId, messageId, `/attachments/${index}`)),
    settings: (entityId) => json(settings(entityId), retrievalSettingsAnswer),
    changeSettings: (entityId, body) =>
      json(settings(entityId), retrievalSettingsAnswer, { method: 'PUT', body }),
  };
}
