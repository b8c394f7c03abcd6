import { randomBytes, randomUUID } from 'node:crypto';

import type { User } from '../directory/model.ts';
import { isRecord } from './call.ts';
import { checkProperty, type ResourceType } from './odata.ts';
import { badRequest, unreadableJson } from './refusals.ts';

/**
 * Key of a message's content as it came in by SMTP. A symbol goes along when an item is copied, and never into an answer:
 * JSON knows no symbols.
 */
export const mimeContent = Symbol('MIME content');

export type OutlookItem = Record<string, unknown> & { id: string; [mimeContent]?: Buffer };

/** A kind of item with the properties Graph documents for it and what it demands of a new one. */
export interface ItemType extends ResourceType {
  required: readonly string[];
  /** What Graph fills in for a property that a new item does not name. */
  defaults(now: string, owner: User): Record<string, unknown>;
}

const common = ['id', 'createdDateTime', 'lastModifiedDateTime', 'changeKey', 'categories'];
const emptyBody = { contentType: 'text', content: '' };

/** Microsoft Graph, resource type "event". */
export const eventType: ItemType = {
  name: 'event',
  properties: [
    ...common,
    ...['subject', 'body', 'bodyPreview', 'start', 'end', 'location', 'attendees', 'organizer', 'importance'],
    ...[
      'sensitivity',
      'isAllDay',
      'isCancelled',
      'isOrganizer',
      'isReminderOn',
      'reminderMinutesBeforeStart',
    ],
    ...['responseRequested', 'showAs', 'type', 'transactionId', 'iCalUId', 'hasAttachments', 'recurrence'],
  ],
  required: ['start', 'end'],
  defaults: (_now, owner) => ({
    subject: '',
    body: emptyBody,
    attendees: [],
    isAllDay: false,
    isCancelled: false,
    isOrganizer: true,
    showAs: 'busy',
    type: 'singleInstance',
    organizer: recipientOf(owner),
  }),
};

/** Microsoft Graph, resource type "contact". */
export const contactType: ItemType = {
  name: 'contact',
  properties: [
    ...common,
    ...['displayName', 'givenName', 'surname', 'middleName', 'title', 'fileAs', 'companyName', 'department'],
    ...['jobTitle', 'officeLocation', 'emailAddresses', 'businessPhones', 'homePhones', 'mobilePhone'],
    ...['businessAddress', 'homeAddress', 'otherAddress', 'birthday', 'personalNotes', 'parentFolderId'],
  ],
  required: [],
  defaults: () => ({ displayName: '', emailAddresses: [], businessPhones: [], homePhones: [] }),
};

/** Microsoft Graph, resource type "todoTask". */
export const taskType: ItemType = {
  name: 'todoTask',
  properties: [
    ...[
      'id',
      'createdDateTime',
      'lastModifiedDateTime',
      'categories',
      'title',
      'body',
      'importance',
      'status',
    ],
    ...[
      'isReminderOn',
      'reminderDateTime',
      'startDateTime',
      'dueDateTime',
      'completedDateTime',
      'hasAttachments',
    ],
  ],
  required: ['title'],
  defaults: () => ({ body: emptyBody, importance: 'normal', status: 'notStarted', isReminderOn: false }),
};

/** Microsoft Graph, resource type "message". */
export const messageType: ItemType = {
  name: 'message',
  properties: [
    ...common,
    ...['subject', 'body', 'bodyPreview', 'from', 'sender', 'toRecipients', 'ccRecipients', 'bccRecipients'],
    ...['replyTo', 'internetMessageId', 'internetMessageHeaders', 'conversationId', 'receivedDateTime'],
    ...['sentDateTime', 'importance', 'isRead', 'isDraft', 'hasAttachments', 'parentFolderId', 'flag'],
  ],
  required: [],
  defaults: (now, owner) => ({
    subject: '',
    body: emptyBody,
    from: recipientOf(owner),
    sender: recipientOf(owner),
    toRecipients: [],
    ccRecipients: [],
    bccRecipients: [],
    internetMessageId: `<${randomUUID()}@${owner.userPrincipalName.split('@')[1] ?? 'localhost'}>`,
    receivedDateTime: now,
    sentDateTime: now,
    isRead: true,
    isDraft: true,
    importance: 'normal',
  }),
};

/** Microsoft Graph, resource type "todoTaskList". */
export const taskListType: ResourceType = {
  name: 'todoTaskList',
  properties: ['id', 'displayName', 'isOwner', 'isShared', 'wellknownListName'],
};

/** Microsoft Graph, resource type "mailFolder". */
export const mailFolderType: ResourceType = {
  name: 'mailFolder',
  properties: [
    'id',
    'displayName',
    'parentFolderId',
    'childFolderCount',
    'unreadItemCount',
    'totalItemCount',
  ],
};

/**
 * A new item of the type from the body of a request; what only the service may set is set here.
 *
 * @throws GraphError 400 on a body that is no object, an unknown property or a missing one
 */
export function newItem(type: ItemType, body: unknown, now: number, owner: User): OutlookItem {
  if (!isRecord(body)) throw unreadableJson();
  const given = Object.entries(body).filter(([name]) => !name.startsWith('@odata.'));
  for (const [name] of given) checkProperty(name, type);
  const missing = type.required.find(
    (name) => body[name] === undefined || body[name] === null || body[name] === '',
  );
  if (missing) throw badRequest(`The property '${missing}' is required when creating the entity.`);

  const time = new Date(now).toISOString();
  const item = { ...type.defaults(time, owner), ...Object.fromEntries(given) };
  const stamped = { id: newItemId(), createdDateTime: time, lastModifiedDateTime: time };
  const preview = type.properties.includes('bodyPreview') ? { bodyPreview: previewOf(item) } : {};
  return { ...item, ...preview, ...stamped };
}

/** Outlook's ids are long base64url texts that begin with AAMk; clients must not look inside. */
export function newItemId(): string {
  return `AAMk${randomBytes(57).toString('base64url')}=`;
}

function previewOf(item: Record<string, unknown>): string {
  const content = isRecord(item['body']) ? item['body']['content'] : '';
  return typeof content === 'string' ? content.slice(0, 255) : '';
}

function recipientOf(user: User): object {
  return { emailAddress: { name: user.displayName, address: user.mail ?? user.userPrincipalName } };
}
