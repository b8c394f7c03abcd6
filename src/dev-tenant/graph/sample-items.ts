import type { User } from '../directory/model.ts';
import type { MailboxContents } from './mailbox-contents.ts';
import { contactType, eventType, messageType, newItem, taskType } from './outlook-items.ts';

const hour = 3_600_000;

/** Something to see in a fresh mailbox: a probe of an empty list proves less to the eye. */
export function fillWithSamples(contents: MailboxContents, owner: User, now: number): void {
  const at = (offset: number) => ({
    dateTime: new Date(now + offset).toISOString().slice(0, 19),
    timeZone: 'UTC',
  });
  const events = [
    { subject: 'Besprechung Nachlass Huber', start: at(24 * hour), end: at(25 * hour) },
    { subject: 'Frist Replik Bezirksgericht', start: at(72 * hour), end: at(72.5 * hour), showAs: 'free' },
  ];
  const contacts = [
    { givenName: 'Regula', surname: 'Huber', displayName: 'Regula Huber', companyName: 'Huber Holzbau AG' },
    { givenName: 'Luc', surname: 'Favre', displayName: 'Luc Favre', companyName: 'Étude Favre' },
  ];
  for (const event of events) contents.add(contents.events, newItem(eventType, event, now, owner));
  for (const contact of contacts) contents.add(contents.contacts, newItem(contactType, contact, now, owner));
  contents.add(contents.tasks, newItem(taskType, { title: 'Vollmacht einholen' }, now, owner));
  const welcome = {
    subject: 'Willkommen',
    body: { contentType: 'text', content: `Guten Tag ${owner.givenName}, Ihr Postfach ist eingerichtet.` },
    isDraft: false,
    isRead: false,
    parentFolderId: contents.folderIds.inbox,
  };
  contents.add(contents.messages, newItem(messageType, welcome, now, owner));
}
