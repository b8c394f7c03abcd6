import type { Migration } from 'kysely/migration';
import * as entities from './0001-entities.ts';
import * as whatResultsAreAbout from './0002-what-results-are-about.ts';
import * as setUp from './0003-set-up.ts';
import * as mailboxes from './0004-mailboxes.ts';
import * as mailboxGrants from './0005-mailbox-grants.ts';
import * as mailSubmissions from './0006-mail-submissions.ts';
import * as mailRetrieval from './0007-mail-retrieval.ts';

/**
 * In the order in which they run. A migration that has been released is never changed again.
 * Named here rather than found on disk, so that what runs is what was type-checked.
 */
export const migrations: Record<string, Migration> = {
  '0001-entities': entities,
  '0002-what-results-are-about': whatResultsAreAbout,
  '0003-set-up': setUp,
  '0004-mailboxes': mailboxes,
  '0005-mailbox-grants': mailboxGrants,
  '0006-mail-submissions': mailSubmissions,
  '0007-mail-retrieval': mailRetrieval,
};
