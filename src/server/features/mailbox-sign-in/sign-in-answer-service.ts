import type { Kysely } from 'kysely';
import type { SignInAttempt } from '../../../shared/api/mailbox-sign-ins.ts';
import type { Verdict } from '../../../shared/api/verdict.ts';
import { isGuid } from '../../../shared/domain/guid.ts';
import { diagnose } from '../../diagnosis/index.ts';
import { redeemCode } from '../../protocols/entra/index.ts';
import type { HttpExchange } from '../../protocols/http/index.ts';
import type { Tables } from '../../storage/tables.ts';
import { recordAudit } from '../audit/index.ts';
import { statusOfVerdict, type TestSubject, type TestSubjects } from '../connection-test/index.ts';
import { missingMailRights, verdictOfRejection } from '../mailbox-grants/index.ts';
import type { LiveEvents } from '../live-events/index.ts';
import type { MailboxRow, MailboxStore } from '../mailboxes/index.ts';
import { digestOf } from './digest.ts';
import { mayBecome } from './holder.ts';
import type { AnsweredAttempt, SignedInAccount, SignedInAccounts } from './signed-in-account-service.ts';
import type { SignInAnswer } from './sign-in-answer.ts';
import type { SignInOutcome } from './sign-in-outcome.ts';
import type { AttemptRow, SignInStore } from './sign-in-store.ts';
import { registrationReplacedVerdict, rightsMissingVerdict } from './sign-in-verdicts.ts';

export interface SignInAnswerDependencies {
  db: Kysely<Tables>;
  signIns: SignInStore;
  mailboxes: MailboxStore;
  subjects: TestSubjects;
  accounts: SignedInAccounts;
  exchange: HttpExchange;
  live: LiveEvents;
  now: () => number;
  /** Token endpoint and issuer of a directory. */
  token(directoryId: string): string;
  issuer(directoryId: string): string;
  /** The resource that tokens for POP3 and SMTP name, and the scope that was asked for. */
  resource: string;
  scope: string;
}

const unknown = { kind: 'unknown', language: null } as const;

/** Takes what Microsoft's page answers. Nobody is signed on there, and nothing is believed before the state. */
export class SignInAnswers {
  readonly #given: SignInAnswerDependencies;

  constructor(given: SignInAnswerDependencies) {
    this.#given = given;
  }

  /** The state first: an answer that belongs to no open sign-in has no code redeemed and changes nothing. */
  async take(answer: SignInAnswer): Promise<SignInOutcome> {
    if (answer.kind === 'malformed') return { kind: 'malformed', language: null };
    const { signIns, mailboxes, live, now } = this.#given;
    const attempt = await signIns.spendState(digestOf(answer.state), new Date(now()));
    const mailbox = attempt && (await mailboxes.find(attempt.tenant_id, attempt.mailbox_id));
    if (attempt === null || mailbox === null) return unknown;
    const outcome = await this.#settle(attempt, mailbox, answer);
    live.publish(attempt.tenant_id, { type: 'mailbox-changed', mailboxId: mailbox.id });
    return outcome;
  }

  async #settle(
    attempt: AttemptRow,
    mailbox: MailboxRow,
    answer: Exclude<SignInAnswer, { kind: 'malformed' }>,
  ): Promise<SignInOutcome> {
    const { db, signIns, subjects, now } = this.#given;
    if (attempt.acts_for === 'own' && !mayBecome(mailbox, { id: attempt.started_by })) {
      await signIns.end(db, attempt, 'redeeming', { status: 'cancelled' });
      return unknown;
    }
    const subject = await subjects.subject(attempt.tenant_id, mailbox.entity_id);
    if (subject === null || !isOfRegistration(attempt, subject)) return this.#replaced(attempt);
    const answered = { attempt, mailbox, subject };
    if (answer.kind === 'code') return this.#redeem(answered, answer.code);
    const evidence = { protocol: 'entra', stage: 'authorize-callback', raw: answer.raw } as const;
    return this.#refuse(answered, diagnose({ ...evidence, now: now() }));
  }

  async #redeem(answered: AnsweredAttempt, code: string): Promise<SignInOutcome> {
    const { signIns, exchange, now, accounts, resource, scope } = this.#given;
    const { attempt, subject } = answered;
    const { directoryId, applicationId, clientSecret } = subject.registration;
    const registered = { directoryId, clientId: applicationId, clientSecret, resource, scope };
    const redemption = {
      ...registered,
      ...(await signIns.secretsOf(attempt)),
      tokenEndpoint: this.#given.token(directoryId),
      issuer: this.#given.issuer(directoryId),
      code,
      redirectUri: attempt.redirect_uri,
    };
    const answer = await redeemCode(exchange, redemption, now);
    if ('refusal' in answer) {
      const evidence = { protocol: 'entra', stage: 'code-exchange', ...answer.refusal } as const;
      return this.#refuse(answered, diagnose({ ...evidence, now: now() }));
    }
    if ('rejection' in answer) return this.#refuse(answered, verdictOfRejection(answer.rejection));
    // Entra's object ids are GUIDs; what is none names nobody.
    if (!isGuid(answer.tokens.identity.oid)) {
      return this.#refuse(answered, verdictOfRejection({ check: 'person', found: null }));
    }
    const missing = missingMailRights(answer.tokens.scopes);
    // With neither right the grant opens nothing; with one of them it is stored as what it is.
    if (missing.length === 2) return this.#refuse(answered, rightsMissingVerdict(missing));
    const judged = await accounts.judge(answered, answer.tokens);
    if (judged.comparison.kind === 'mismatch') return this.#mismatch(answered, judged, judged.comparison.why);
    const outcome = await accounts.settle(answered, judged, judged.comparison);
    return outcome === 'replaced' ? this.#replaced(attempt) : outcome === 'overtaken' ? unknown : outcome;
  }

  async #mismatch(
    { attempt, mailbox, subject }: AnsweredAttempt,
    { signedInAs }: SignedInAccount,
    why: NonNullable<SignInAttempt['mismatch']>['why'],
  ): Promise<SignInOutcome> {
    const { db, signIns } = this.#given;
    await signIns.end(db, attempt, 'redeeming', { status: 'mismatch', mismatch: { why, signedInAs } });
    await this.#audit({ attempt, mailbox, subject }, { why, signedInAs: signedInAs ?? '' });
    return { kind: 'mismatch', language: attempt.language, address: mailbox.address, signedInAs, why };
  }

  /** Nothing learnt, as in an outage, is told apart from a refusal. */
  async #refuse(answered: AnsweredAttempt, verdict: Verdict): Promise<SignInOutcome> {
    const { db, signIns } = this.#given;
    const { attempt } = answered;
    const status = statusOfVerdict(verdict) === 'unknown' ? 'failed' : 'refused';
    await signIns.end(db, attempt, 'redeeming', { status, verdict });
    await this.#audit(answered, { cause: verdict.cause });
    return { kind: status, language: attempt.language, cause: verdict.cause };
  }

  async #replaced(attempt: AttemptRow): Promise<SignInOutcome> {
    const { db, signIns } = this.#given;
    const verdict = registrationReplacedVerdict();
    await signIns.end(db, attempt, 'redeeming', { status: 'failed', verdict });
    return { kind: 'replaced', language: attempt.language };
  }

  async #audit({ attempt, mailbox, subject }: AnsweredAttempt, what: Record<string, string>): Promise<void> {
    const { db, now } = this.#given;
    const entity = { id: mailbox.entity_id, name: subject.entityName };
    const details = { address: mailbox.address, startedBy: attempt.starter_name ?? '', ...what };
    // Whoever opened the link answered it: the state tells who started it, and nobody is signed on here.
    const actor = { tenantId: attempt.tenant_id, userId: null, name: null };
    await recordAudit(db, { action: 'mailbox-sign-in-refused', actor, entity, details }, now());
  }
}

/** A secret that was renewed meanwhile is the same application's: its code can be redeemed with the new one. */
function isOfRegistration(attempt: AttemptRow, { registration }: TestSubject): boolean {
  return (
    attempt.directory_id === registration.directoryId && attempt.application_id === registration.applicationId
  );
}
