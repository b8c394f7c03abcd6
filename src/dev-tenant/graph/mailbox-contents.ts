import { newItemId, type OutlookItem } from './outlook-items.ts';
import { quotaLimitReached } from './refusals.ts';

/** Stands for the storage quota: a client that loops must not eat the memory of the demo. */
const mostItems = 5_000;

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

  /** @throws GraphError 507 when the mailbox holds all it may */
  add(collection: Map<string, OutlookItem>, item: OutlookItem): void {
    if (this.isFull) throw quotaLimitReached();
    collection.set(item.id, item);
  }

  get isFull(): boolean {
    return this.events.size + this.contacts.size + this.messages.size + this.tasks.size >= mostItems;
  }

  /** Newest first, as Outlook lists messages. */
  messagesIn(folderId: string): OutlookItem[] {
    return [...this.messages.values()].filter((message) => message['parentFolderId'] === folderId).reverse();
  }
}
