import { mimeContent, newItemId, type OutlookItem } from './outlook-items.ts';
import { quotaLimitReached } from './refusals.ts';

/** Storage quota in characters of JSON, small: a client that loops must not eat the memory of the demo. */
const quota = 32 * 1024 * 1024;
/** Bytes of MIME have a quota of their own, with room for a few messages of the largest size. */
const mimeQuota = 128 * 1024 * 1024;

/** Well-known names of mail folders as paths use them (Microsoft Graph, resource type "mailFolder"). */
export const wellKnownFolders = {
  inbox: 'Inbox',
  drafts: 'Drafts',
  sentitems: 'Sent Items',
  deleteditems: 'Deleted Items',
} as const;
export type WellKnownFolder = keyof typeof wellKnownFolders;

/** What lies in one mailbox: plain data, gone with the process. */
export class MailboxContents {
  #held = 0;
  #mimeHeld = 0;
  readonly events = new Map<string, OutlookItem>();
  readonly contacts = new Map<string, OutlookItem>();
  readonly messages = new Map<string, OutlookItem>();
  /** The one list that every To Do user has; its id addresses the tasks. */
  readonly defaultTaskListId = newItemId();
  readonly tasks = new Map<string, OutlookItem>();
  readonly folderIds: Readonly<Record<WellKnownFolder, string>> = {
    inbox: newItemId(),
    drafts: newItemId(),
    sentitems: newItemId(),
    deleteditems: newItemId(),
  };

  /** @throws GraphError 507 when the quota does not suffice for the item */
  add(collection: Map<string, OutlookItem>, item: OutlookItem): void {
    if (!this.hasRoomFor(item)) throw quotaLimitReached();
    this.#held += sizeOf(item);
    this.#mimeHeld += mimeSizeOf(item);
    collection.set(item.id, item);
  }

  /** @returns whether the item was there */
  remove(collection: Map<string, OutlookItem>, id: string): boolean {
    const item = collection.get(id);
    if (item) {
      this.#held -= sizeOf(item);
      this.#mimeHeld -= mimeSizeOf(item);
    }
    return collection.delete(id);
  }

  hasRoomFor(item: OutlookItem): boolean {
    return this.#held + sizeOf(item) <= quota && this.#mimeHeld + mimeSizeOf(item) <= mimeQuota;
  }

  /** Newest first, as Outlook lists messages. */
  messagesIn(folderId: string): OutlookItem[] {
    return [...this.messages.values()].filter((message) => message['parentFolderId'] === folderId).reverse();
  }
}

function sizeOf(item: OutlookItem): number {
  return JSON.stringify(item).length;
}

function mimeSizeOf(item: OutlookItem): number {
  return item[mimeContent]?.length ?? 0;
}
