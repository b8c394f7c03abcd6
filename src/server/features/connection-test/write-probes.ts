import type { Module } from '../../../shared/domain/modules.ts';
import type { BatchItem, ItemAnswer } from '../../protocols/graph/index.ts';
import type { Refusal } from '../../protocols/http/index.ts';

/** What became of a module's write probe: done and taken away again, refused, or not to be told. */
export type WriteOutcome = { kind: 'proven' } | { kind: 'refused'; refusal: Refusal } | { kind: 'unproven' };

/**
 * What a deep test creates: one item a module, marked by `mark` so that a person who meets a leftover knows what it
 * is, and a mail from the probe mailbox to itself. Dates lie far ahead, no attendee is invited, no reminder rings.
 */
export function writeProbes(
  modules: readonly Module[],
  mailbox: string,
  mark: string,
  taskListId: string | null,
): BatchItem[] {
  const user = userUrl(mailbox);
  return modules.flatMap((module): BatchItem[] => {
    switch (module) {
      case 'calendar':
        return [{ id: module, method: 'POST', url: `${user}/events`, body: event(mark) }];
      case 'contacts':
        return [{ id: module, method: 'POST', url: `${user}/contacts`, body: { givenName: mark } }];
      case 'to-do':
        // Without a list there is nothing to add a task to: writing stays unproven.
        if (taskListId === null) return [];
        return [{ id: module, method: 'POST', url: tasksUrl(mailbox, taskListId), body: { title: mark } }];
      case 'mail':
        return [{ id: module, method: 'POST', url: `${user}/messages`, body: { subject: mark } }];
      case 'mail-sending':
        return [
          { id: module, method: 'POST', url: `${user}/sendMail`, body: testMail(mailbox, mailSubject(mark)) },
        ];
      case 'directory':
        return []; // read only
    }
  });
}

/** Where an item is deleted; a task lies in its list, and a mail is taken away once it has arrived. */
const collections: Readonly<Record<string, string | undefined>> = {
  calendar: 'events',
  contacts: 'contacts',
  mail: 'messages',
};

/** Takes away what the write probes created, by the ids that Graph gave. */
export function cleanUps(
  created: ReadonlyMap<string, ItemAnswer>,
  mailbox: string,
  taskListId: string | null,
): BatchItem[] {
  return [...created].flatMap(([module, answer]): BatchItem[] => {
    const id = createdId(answer);
    if (id === null) return [];
    const collection = collections[module];
    if (collection !== undefined) {
      return [
        { id: module, method: 'DELETE', url: `${userUrl(mailbox)}/${collection}/${encodeURIComponent(id)}` },
      ];
    }
    if (module === 'to-do' && taskListId !== null) {
      return [
        { id: module, method: 'DELETE', url: `${tasksUrl(mailbox, taskListId)}/${encodeURIComponent(id)}` },
      ];
    }
    return [];
  });
}

/** Another subject than the draft's: a draft that was found would prove a mail that never came. */
function mailSubject(mark: string): string {
  return `${mark} mail`;
}

/** Looks for the test mail where it must arrive. */
export function arrivalProbe(mailbox: string, mark: string): BatchItem {
  const filter = encodeURIComponent(`subject eq '${mailSubject(mark)}'`);
  return {
    id: 'mail-sending',
    method: 'GET',
    url: `${userUrl(mailbox)}/mailFolders/inbox/messages?$filter=${filter}&$select=id&$top=1`,
  };
}

/** Id of the first element of a list, or null. */
export function firstId(answer: ItemAnswer | undefined): string | null {
  if (answer === undefined || 'refusal' in answer) return null;
  const { value } = record(answer.body);
  return Array.isArray(value) ? idOf(value[0]) : null;
}

function createdId(answer: ItemAnswer): string | null {
  return 'refusal' in answer ? null : idOf(answer.body);
}

function idOf(value: unknown): string | null {
  const { id } = record(value);
  return typeof id === 'string' ? id : null;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function userUrl(mailbox: string): string {
  return `/users/${encodeURIComponent(mailbox)}`;
}

function tasksUrl(mailbox: string, listId: string): string {
  return `${userUrl(mailbox)}/todo/lists/${encodeURIComponent(listId)}/tasks`;
}

function event(mark: string): object {
  const at = (time: string) => ({ dateTime: `2099-01-01T${time}:00`, timeZone: 'UTC' });
  return { subject: mark, start: at('03:00'), end: at('03:15'), showAs: 'free', isReminderOn: false };
}

function testMail(mailbox: string, mark: string): object {
  return {
    message: {
      subject: mark,
      body: { contentType: 'Text', content: mark },
      toRecipients: [{ emailAddress: { address: mailbox } }],
    },
    saveToSentItems: false,
  };
}
