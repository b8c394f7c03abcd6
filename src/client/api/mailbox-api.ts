import {
  mailbox,
  mailboxImportResult,
  mailboxList,
  type Mailbox,
  type MailboxChange,
  type MailboxImport,
  type MailboxImportResult,
  type NewMailbox,
} from '../../shared/api/mailboxes.ts';
import {
  latestSignIn,
  startedSignIn,
  type PendingGrantAnswer,
  type SignInAttempt,
  type StartedSignIn,
} from '../../shared/api/mailbox-sign-ins.ts';
import { mailboxTest, type MailboxTest } from '../../shared/api/mailbox-tests.ts';
import { retrievalResult, type RetrievalResult } from '../../shared/api/retrievals.ts';
import { testMailResult, type TestMailResult } from '../../shared/api/submissions.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { jsonCaller } from './json-caller.ts';
import type { Transport } from './transport.ts';

/** Whose mailboxes a list shows: one's own, or the firm's for Admin and Reader. */
export type MailboxScope = 'own' | 'firm';

/** The API of the communicator's mailboxes, one function a use case. All throw as Transport does. */
export interface MailboxApi {
  list(of: MailboxScope): Promise<Mailbox[]>;
  one(id: string): Promise<Mailbox>;
  create(values: NewMailbox): Promise<Mailbox>;
  change(id: string, change: MailboxChange): Promise<Mailbox>;
  remove(id: string): Promise<void>;
  importMany(accounts: MailboxImport): Promise<MailboxImportResult>;
  /** The reader’s latest attempt; null when there was none. */
  signIn(id: string): Promise<SignInAttempt | null>;
  /** The address that Microsoft's page is opened with is told once. `language` is that of the page that ends it. */
  startSignIn(id: string, language: Language): Promise<StartedSignIn>;
  cancelSignIn(id: string): Promise<void>;
  answerPending(id: string, answer: PendingGrantAnswer): Promise<void>;
  test(id: string): Promise<MailboxTest>;
  sendTestMail(id: string): Promise<TestMailResult>;
  retrieve(id: string): Promise<RetrievalResult>;
}

/** A mail server may take 15 s for a step, and a session has several. */
const mailServerMs = 90_000;
/** The first retrieval of a full mailbox brings thousands of messages. */
const retrievingMs = 600_000;

export function createMailboxApi(transport: Transport): MailboxApi {
  const json = jsonCaller(transport);
  const at = (id: string, rest = '') => `/mailboxes/${encodeURIComponent(id)}${rest}`;
  const call = async (path: string, method: 'POST' | 'DELETE', body?: unknown) => {
    await transport(path, { method, body, signal: AbortSignal.timeout(mailServerMs) });
  };
  return {
    list: async (of) => (await json(`/mailboxes?of=${of}`, mailboxList)).mailboxes,
    one: (id) => json(at(id), mailbox),
    create: (body) => json('/mailboxes', mailbox, { method: 'POST', body }),
    change: (id, body) => json(at(id), mailbox, { method: 'PATCH', body }),
    remove: (id) => call(at(id), 'DELETE'),
    importMany: (body) =>
      json('/mailbox-imports', mailboxImportResult, { method: 'POST', body }, mailServerMs),
    signIn: async (id) => (await json(at(id, '/sign-in'), latestSignIn)).attempt,
    startSignIn: (id, language) =>
      json(at(id, '/sign-in'), startedSignIn, { method: 'POST', body: { language } }),
    cancelSignIn: (id) => call(at(id, '/sign-in'), 'DELETE'),
    answerPending: (id, answer) => call(at(id, '/pending-grant'), 'POST', answer),
    test: (id) => json(at(id, '/tests'), mailboxTest, { method: 'POST' }, mailServerMs),
    sendTestMail: (id) => json(at(id, '/test-mail'), testMailResult, { method: 'POST' }, mailServerMs),
    retrieve: (id) => json(at(id, '/retrievals'), retrievalResult, { method: 'POST' }, retrievingMs),
  };
}
