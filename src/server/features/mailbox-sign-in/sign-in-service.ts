import type { Kysely } from 'kysely';
import type { SignInAttempt, StartedSignIn } from '../../../shared/api/mailbox-sign-ins.ts';
import type { Language } from '../../../shared/i18n/languages.ts';
import { authorizationUrl, generateOneTimeValues } from '../../protocols/entra/index.ts';
import type { Tables } from '../../storage/tables.ts';
import { recordAudit } from '../audit/index.ts';
import type { TestSubjects } from '../connection-test/index.ts';
import type { LiveEvents } from '../live-events/index.ts';
import { mayUse, type MailboxActor, type Mailboxes, type MailboxRow } from '../mailboxes/index.ts';
import { digestOf } from './digest.ts';
import type { PendingGrantStore } from './pending-grant-store.ts';
import { attemptOf } from './sign-in-attempt.ts';
import type { NewAttempt, SignInStore } from './sign-in-store.ts';

export interface MailboxSignInDependencies {
  db: Kysely<Tables>;
  signIns: SignInStore;
  pending: PendingGrantStore;
  mailboxes: Mailboxes;
  /** The registration of an entity. */
  subjects: TestSubjects;
  live: LiveEvents;
  now: () => number;
  /** Authorization endpoint of a directory. */
  authorize(directoryId: string): string;
  /** What is asked for: POP3, SMTP and a refresh token. */
  scope: string;
}

export type StartResult =
  ({ kind: 'started' } & StartedSignIn) | { kind: 'not-found' | 'registration-missing' };

const linkLivesMs = 10 * 60_000;

/** Begins sign-ins of mailboxes, watches and gives them up. What Microsoft answers is taken by `SignInAnswers`. */
export class MailboxSignIns {
  readonly #given: MailboxSignInDependencies;

  constructor(given: MailboxSignInDependencies) {
    this.#given = given;
  }

  /**
   * A link to Microsoft's page, in place of the person's former one for this mailbox. An administrator may begin it for
   * somebody else and send the link.
   */
  async start(
    person: MailboxActor,
    mailboxId: string,
    language: Language,
    redirectUri: string,
  ): Promise<StartResult> {
    const { mailboxes, subjects, signIns, pending, now } = this.#given;
    const mailbox = await mailboxes.row(person, mailboxId, 'manage');
    if (mailbox === null) return { kind: 'not-found' };
    const subject = await subjects.subject(person.tenantId, mailbox.entity_id);
    if (subject === null) return { kind: 'registration-missing' };
    const { registration, entityName } = subject;
    const values = generateOneTimeValues();
    const at = now();
    const attempt = newAttempt(person, mailbox, registration, { ...values, language, redirectUri, at });
    const begun = await signIns.begin(attempt, async (trx) => {
      await pending.removeOf(trx, person.tenantId, mailboxId, person.userId);
      const entity = { id: mailbox.entity_id, name: entityName };
      const details = { address: mailbox.address, applicationId: registration.applicationId };
      await recordAudit(trx, { action: 'mailbox-sign-in-started', actor: person, entity, details }, at);
    });
    if (!begun) return { kind: 'not-found' };
    this.#publish(person.tenantId, mailboxId);
    const url = await authorizationUrl({
      ...values,
      authorizationEndpoint: this.#given.authorize(registration.directoryId),
      clientId: registration.applicationId,
      redirectUri,
      scope: this.#given.scope,
      loginHint: loginHint(mailbox, attempt),
    });
    const row = await signIns.find(person.tenantId, mailboxId, attempt.id);
    return row === null ? { kind: 'not-found' } : { kind: 'started', url, attempt: attemptOf(row, at) };
  }

  /** The person's latest attempt, null before the first one; `unknown` when the mailbox is not the person's to manage. */
  async latest(person: MailboxActor, mailboxId: string): Promise<SignInAttempt | null | 'unknown'> {
    const { mailboxes, signIns, now } = this.#given;
    if ((await mailboxes.row(person, mailboxId, 'manage')) === null) return 'unknown';
    const row = await signIns.latest(person.tenantId, mailboxId, person.userId);
    return row && attemptOf(row, now());
  }

  /** Gives up what the person has under way for the mailbox, also a grant that waits for a colleague's word. */
  async cancel(person: MailboxActor, mailboxId: string): Promise<SignInAttempt | null | 'unknown'> {
    const { db, signIns, pending, mailboxes } = this.#given;
    const { tenantId, userId } = person;
    if ((await mailboxes.row(person, mailboxId, 'manage')) === null) return 'unknown';
    const changed = await db.transaction().execute(async (trx) => {
      await pending.removeOf(trx, tenantId, mailboxId, userId);
      return signIns.cancelOpen(trx, tenantId, mailboxId, userId);
    });
    if (changed) this.#publish(tenantId, mailboxId);
    return this.latest(person, mailboxId);
  }

  /** Of the hourly housekeeping: what nobody finished or answered in time. */
  async removeExpired(): Promise<void> {
    const { signIns, pending, now } = this.#given;
    await pending.removeExpired(new Date(now()));
    await signIns.removeEndedBefore(new Date(now() - endedAttemptsKeptForMs));
  }

  #publish(tenantId: string, mailboxId: string): void {
    this.#given.live.publish(tenantId, { type: 'mailbox-changed', mailboxId });
  }
}

/** Until then the page still says how the last sign-in ended. */
const endedAttemptsKeptForMs = 7 * 24 * 3600_000;

/** A shared mailbox is opened with one's own account; whose that is an administrator cannot know. */
function loginHint({ kind, address }: MailboxRow, { acts_for, starter_upn }: NewAttempt): string | null {
  if (kind === 'personal') return address;
  return acts_for === 'own' ? (starter_upn ?? null) : null;
}

function newAttempt(
  person: MailboxActor,
  mailbox: MailboxRow,
  registration: { directoryId: string; applicationId: string },
  given: {
    state: string;
    nonce: string;
    codeVerifier: string;
    language: Language;
    redirectUri: string;
    at: number;
  },
): NewAttempt {
  const { state, nonce, codeVerifier, at } = given;
  return {
    tenant_id: person.tenantId,
    mailbox_id: mailbox.id,
    id: crypto.randomUUID(),
    state_hash: digestOf(state),
    secrets: { codeVerifier, nonce },
    directory_id: registration.directoryId,
    application_id: registration.applicationId,
    redirect_uri: given.redirectUri,
    acts_for: mayUse(mailbox, person) ? 'own' : 'other',
    language: given.language,
    started_at: new Date(at),
    started_by: person.userId,
    starter_name: person.name,
    starter_upn: person.username,
    expires_at: new Date(at + linkLivesMs),
  };
}
