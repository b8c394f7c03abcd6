import { randomBytes } from 'node:crypto';
import type { PendingGrant } from '../../../shared/api/mailboxes.ts';
import type { RedeemedTokens } from '../../protocols/entra/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { TestSubject } from '../connection-test/index.ts';
import { missingMailRights, type GrantStore, type NewGrant } from '../mailbox-grants/index.ts';
import type { MailboxRow } from '../mailboxes/index.ts';
import { compareIdentity } from './compare-identity.ts';
import { digestOf } from './digest.ts';
import type { DirectoryRecords } from './directory-record-service.ts';
import { holderAfter, type Holder } from './holder.ts';
import type { IdentityComparison, SignedIn } from './identity-comparison.ts';
import type { NewPending } from './pending-grant-store.ts';
import type { SignedInGrants } from './signed-in-grant-service.ts';
import type { SignInOutcome } from './sign-in-outcome.ts';
import type { AttemptRow, SignInStore } from './sign-in-store.ts';
import { rightsMissingVerdict } from './sign-in-verdicts.ts';

export interface SignedInAccountDependencies {
  signIns: SignInStore;
  grants: GrantStore;
  records: DirectoryRecords;
  signedIn: SignedInGrants;
  now: () => number;
}

/** A sign-in whose state was spent: by it alone it is known what the answer is about. */
export interface AnsweredAttempt {
  attempt: AttemptRow;
  mailbox: MailboxRow;
  subject: TestSubject;
}

/** Who signed in, with what, and whether it is the mailbox's account. */
export interface SignedInAccount {
  comparison: IdentityComparison;
  grant: NewGrant;
  holder: Holder | null;
  signedInAs: string | null;
}

type Fitting = Exclude<IdentityComparison, { kind: 'mismatch' }>;

const pendingLivesMs = 24 * 3600_000;
/** A question on the page is answered while it is open, or the sign-in is made again. */
const pageAsksForMs = 10 * 60_000;

/** Compares the account that signed in with the mailbox named, and stores what fits: at once, or for the owner's word. */
export class SignedInAccounts {
  readonly #given: SignedInAccountDependencies;

  constructor(given: SignedInAccountDependencies) {
    this.#given = given;
  }

  async judge(
    { attempt, mailbox, subject }: AnsweredAttempt,
    tokens: RedeemedTokens,
  ): Promise<SignedInAccount> {
    const { grants, records } = this.#given;
    const { identity, ...received } = tokens;
    const { registration } = subject;
    const directory = await records.find(registration, identity.oid);
    const former = await grants.find(attempt.tenant_id, mailbox.id);
    const signedIn: SignedIn = { ...identity, directory };
    const comparison = compareIdentity({
      signedIn,
      startedBy: {
        tid: attempt.tenant_id,
        oid: attempt.started_by,
        upn: attempt.starter_upn,
        actsFor: attempt.acts_for,
      },
      mailbox: {
        address: mailbox.address,
        kind: mailbox.kind,
        directoryId: registration.directoryId,
        owner: former && { tid: former.owner_tid, oid: former.owner_oid },
      },
    });
    const { tid, oid, name } = identity;
    const username = usernameOf(signedIn);
    const grant = {
      tenantId: attempt.tenant_id,
      mailboxId: mailbox.id,
      owner: { tid, oid, name, username },
      directoryId: registration.directoryId,
      applicationId: registration.applicationId,
      tokens: received,
    };
    const holder = holderAfter(mailbox, attempt, identity);
    return { comparison, grant, holder, signedInAs: username ?? name };
  }

  /** Stores an account that fits. `replaced` and `overtaken`: something changed meanwhile, and nothing was stored. */
  async settle(
    answered: AnsweredAttempt,
    account: SignedInAccount,
    comparison: Fitting,
  ): Promise<SignInOutcome | 'replaced' | 'overtaken'> {
    switch (comparison.kind) {
      case 'match':
      case 'delegate':
        return this.#store(answered, account);
      case 'needs-confirmation':
        return this.#wait(answered, account, comparison.why);
      case 'pending-owner':
        return this.#wait(answered, account, 'other-person');
    }
  }

  async #store(
    { attempt, mailbox, subject }: AnsweredAttempt,
    { grant, holder, signedInAs }: SignedInAccount,
  ): Promise<SignInOutcome | 'replaced' | 'overtaken'> {
    const { signIns, signedIn, now } = this.#given;
    const missing = missingMailRights(grant.tokens.scopes);
    const verdict = missing.length === 0 ? null : rightsMissingVerdict(missing);
    const entity = { id: mailbox.entity_id, name: subject.entityName };
    const actor = {
      tenantId: attempt.tenant_id,
      userId: attempt.started_by,
      name: attempt.starter_name ?? '',
    };
    const details = { address: mailbox.address, signedInAs: signedInAs ?? '' };
    const kept = await signedIn.keep(grant, holder, async (trx) => {
      if (!(await signIns.end(trx, attempt, 'redeeming', { status: 'signed-in', verdict }))) return false;
      await recordAudit(trx, { action: 'mailbox-signed-in', actor, entity, details }, now());
      return true;
    });
    if (kept !== 'kept') return kept;
    const { language } = attempt;
    return { kind: 'signed-in', language, address: mailbox.address, signedInAs, missing };
  }

  /** Kept unusable until the person who signed in says yes: in the own tab, or on this page where there is no tab. */
  async #wait(
    { attempt, mailbox, subject }: AnsweredAttempt,
    { grant, holder, signedInAs }: SignedInAccount,
    why: PendingGrant['why'],
  ): Promise<SignInOutcome | 'replaced' | 'overtaken'> {
    const { signIns, signedIn, now } = this.#given;
    const token = grant.owner.tid === attempt.tenant_id ? null : randomBytes(32).toString('base64url');
    const waiting = newPending(attempt, grant, { holder, why, token, at: now() });
    const kept = await signedIn.keepPending(waiting, grant, (trx) =>
      signIns.end(trx, attempt, 'redeeming', { status: 'pending', expiresAt: waiting.expires_at }),
    );
    if (kept !== 'kept') return kept;
    const givenTo = holder?.id === grant.owner.oid ? null : (holder?.name ?? null);
    const about = { language: attempt.language, address: mailbox.address, signedInAs, givenTo };
    if (token === null) return { kind: 'pending', ...about, why };
    const starter = { name: attempt.starter_name, username: attempt.starter_upn };
    const isForStarter = holder?.id === attempt.started_by;
    return { kind: 'ask', ...about, isForStarter, token, starter, entityName: subject.entityName };
  }
}

/** Its name is the attempt's: what waits, and what it came from, end together. */
function newPending(
  attempt: AttemptRow,
  { owner }: NewGrant,
  given: { holder: Holder | null; why: PendingGrant['why']; token: string | null; at: number },
): NewPending {
  const { holder, token, at } = given;
  return {
    tenant_id: attempt.tenant_id,
    mailbox_id: attempt.mailbox_id,
    id: attempt.id,
    why: given.why,
    owner_tid: owner.tid,
    owner_oid: owner.oid,
    owner_name: owner.name,
    owner_username: owner.username,
    started_by: attempt.started_by,
    starter_name: attempt.starter_name,
    holder_id: holder?.id ?? null,
    holder_name: holder?.name ?? null,
    token_hash: token === null ? null : digestOf(token),
    created_at: new Date(at),
    expires_at: new Date(at + (token === null ? pendingLivesMs : pageAsksForMs)),
  };
}

/** The directory's own name comes first: as that one signs in to SMTP. */
function usernameOf({ directory, upn, preferredUsername, email }: SignedIn): string | null {
  return directory?.userPrincipalName ?? upn ?? preferredUsername ?? email;
}
