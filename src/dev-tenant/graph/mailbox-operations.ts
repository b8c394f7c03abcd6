import type { User } from '../directory/model.ts';
import type { GraphAnswer, GraphCall } from './call.ts';
import { wellKnownFolders, type MailboxContents, type WellKnownFolder } from './mailbox-contents.ts';
import { page, select, type Resource, type ResourceType } from './odata.ts';
import * as outlook from './outlook-items.ts';
import { itemNotFound } from './refusals.ts';
import type { MatchedResource } from './resources.ts';

type Collection = 'events' | 'contacts' | 'messages' | 'tasks';

/** One operation on an opened mailbox. */
export interface MailboxOperation {
  call: GraphCall;
  resource: MatchedResource;
  contents: MailboxContents;
  owner: User;
  now: number;
  /** Absolute address of the resource, for links in the answer. */
  address: string;
}

const itemTypes: Readonly<Record<Collection, outlook.ItemType>> = {
  events: outlook.eventType,
  contacts: outlook.contactType,
  messages: outlook.messageType,
  tasks: outlook.taskType,
};

/** @throws GraphError 400, 404 or 507 */
export function operateMailbox(operation: MailboxOperation): GraphAnswer {
  const { contents, resource } = operation;
  if (resource.list !== '' && resource.list !== contents.defaultTaskListId) throw itemNotFound();
  const wanted = resource.operation;
  switch (wanted.does) {
    case 'list':
      return listed(operation, newestFirst(contents[wanted.of]), itemTypes[wanted.of]);
    case 'read':
      return single(operation, contents[wanted.of].get(resource.id), itemTypes[wanted.of]);
    case 'create':
      return create(operation, wanted.of);
    case 'delete':
      return remove(operation, wanted.of);
    case 'list-task-lists':
      return listed(operation, [taskList(contents)], outlook.taskListType);
    case 'read-task-list':
      return single(operation, taskList(contents), outlook.taskListType);
    case 'list-folders':
      return listed(
        operation,
        folderNames.map((name) => folder(contents, name)),
        outlook.mailFolderType,
      );
    case 'read-folder':
      return single(operation, folder(contents, folderNamed(contents, resource.id)), outlook.mailFolderType);
    case 'list-folder-messages': {
      const folderId = contents.folderIds[folderNamed(contents, resource.id)];
      return listed(operation, contents.messagesIn(folderId), outlook.messageType);
    }
    case 'read-user':
    case 'send-mail':
      throw new Error(`${wanted.does} is no operation on the contents of a mailbox`);
  }
}

function create({ call, contents, owner, now }: MailboxOperation, of: Collection): GraphAnswer {
  const item = outlook.newItem(itemTypes[of], call.body, now, owner);
  // A message made by POST is a draft, whatever the request says ("Create message").
  const draft = of === 'messages' ? { isDraft: true, parentFolderId: contents.folderIds.drafts } : {};
  contents.add(contents[of], { ...item, ...draft });
  return { status: 201, headers: {}, body: { ...item, ...draft } };
}

/**
 * Outlook moves a deleted message to Deleted Items, where a second deletion ends it; whoever searches all messages
 * still finds it there. A moved message has another id ("Obtain immutable identifiers for Outlook resources").
 */
function remove({ contents, resource }: MailboxOperation, of: Collection): GraphAnswer {
  const item = contents[of].get(resource.id);
  if (!item) throw itemNotFound();
  contents.remove(contents[of], item.id);
  const parentFolderId = contents.folderIds.deleteditems;
  if (of === 'messages' && item['parentFolderId'] !== parentFolderId) {
    contents.add(contents.messages, { ...item, id: outlook.newItemId(), parentFolderId });
  }
  return { status: 204, headers: {}, body: undefined };
}

function listed(
  { call, address }: MailboxOperation,
  resources: readonly Resource[],
  type: ResourceType,
): GraphAnswer {
  return { status: 200, headers: {}, body: page(resources, type, call.query, address) };
}

function single({ call }: MailboxOperation, found: Resource | undefined, type: ResourceType): GraphAnswer {
  if (!found) throw itemNotFound();
  return { status: 200, headers: {}, body: select(found, type, call.query) };
}

function newestFirst(items: ReadonlyMap<string, outlook.OutlookItem>): outlook.OutlookItem[] {
  return [...items.values()].reverse();
}

function taskList(contents: MailboxContents): Resource {
  return {
    id: contents.defaultTaskListId,
    displayName: 'Tasks',
    isOwner: true,
    isShared: false,
    wellknownListName: 'defaultList',
  };
}

const folderNames = Object.keys(wellKnownFolders) as WellKnownFolder[];

function folderNamed(contents: MailboxContents, idOrName: string): WellKnownFolder {
  const name = folderNames.find(
    (candidate) => candidate === idOrName.toLowerCase() || contents.folderIds[candidate] === idOrName,
  );
  if (!name) throw itemNotFound();
  return name;
}

function folder(contents: MailboxContents, name: WellKnownFolder): Resource {
  const messages = contents.messagesIn(contents.folderIds[name]);
  return {
    id: contents.folderIds[name],
    displayName: wellKnownFolders[name],
    childFolderCount: 0,
    unreadItemCount: messages.filter((message) => message['isRead'] === false).length,
    totalItemCount: messages.length,
  };
}
