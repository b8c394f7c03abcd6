import type { MailboxEvidence } from '../../../shared/api/mailbox-tests.ts';
import type { Verdict } from '../../../shared/api/verdict.ts';
import type { StepStatus } from '../../../shared/domain/status.ts';
import { verdictOf, type KnownOfMailbox } from '../../diagnosis/index.ts';
import { statusOfVerdict } from '../connection-test/index.ts';
import {
  missingMailRights,
  type MailboxToken,
  type MailboxTokenAnswer,
  type MailRight,
} from '../mailbox-grants/index.ts';
import { readAccessToken, type AccessTokenClaims } from './access-token-claims.ts';

export interface StepFinding {
  status: StepStatus;
  verdict: Verdict | null;
  evidence: MailboxEvidence | null;
}

/** What a token must be for. */
export interface TokenTarget {
  /** The resource of the configured cloud, e.g. `https://outlook.office.com`. */
  resource: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** A token that a mail server would refuse is not shown to it; where one right is missing, the other server is asked. */
export interface TokenFinding extends StepFinding {
  known: KnownOfMailbox;
  mayAsk: { pop3: boolean; smtp: boolean };
}

/** The names of Exchange Online as a resource: two addresses and its application id. */
const exchangeOnline = [
  'https://outlook.office.com',
  'https://outlook.office365.com',
  '00000002-0000-0ff1-ce00-000000000000',
];

/** The sign-in of a mailbox as its token shows it: for whom, for what, until when. */
export function judgeToken(answer: MailboxTokenAnswer, target: TokenTarget): TokenFinding {
  if (answer.kind === 'token') return judgeReceived(answer.token, target);
  const verdict = withoutToken(answer);
  const status = answer.kind === 'unavailable' ? statusOf(verdict) : 'failed';
  return { status, verdict, evidence: null, known: {}, mayAsk: { pop3: false, smtp: false } };
}

function withoutToken(answer: Exclude<MailboxTokenAnswer, { kind: 'token' }>): Verdict {
  return (answer.kind === 'never' ? null : answer.verdict) ?? verdictOf('interaction-required');
}

/** That a token for another service came is seen, not guessed. */
const statusOf = (verdict: Verdict): StepStatus =>
  verdict.cause === 'token-wrong-audience' ? 'failed' : statusOfVerdict(verdict);

function judgeReceived(token: MailboxToken, target: TokenTarget): TokenFinding {
  const claims = readAccessToken(token.accessToken);
  const scopes = claims.scopes ?? token.scopes;
  const missing = missingMailRights(scopes);
  const known: KnownOfMailbox = {
    ...(claims.audience === null ? {} : { audienceOk: isForMail(claims.audience, target.resource) }),
    hasPopScope: !missing.includes('POP.AccessAsUser.All'),
    hasSmtpScope: !missing.includes('SMTP.Send'),
    expired: (claims.expiresAt ?? token.expiresAt) <= target.now,
    tokenLength: claims.length,
  };
  const verdict = faultOf(token, claims, known, missing);
  // With one right alone there is something to test; with another fault there is nothing.
  const isAnyUse = verdict === null || verdict.cause === 'permission-missing';
  return {
    status: verdict === null ? 'ok' : 'failed',
    verdict,
    evidence: evidenceOf(token, claims, scopes),
    known,
    mayAsk: { pop3: isAnyUse && known.hasPopScope === true, smtp: isAnyUse && known.hasSmtpScope === true },
  };
}

function faultOf(
  { owner }: MailboxToken,
  { audience, oid, person }: AccessTokenClaims,
  known: KnownOfMailbox,
  missing: readonly MailRight[],
): Verdict | null {
  if (known.audienceOk === false) {
    return verdictOf('token-wrong-audience', { facts: { message: `aud: ${audience ?? ''}` } });
  }
  if (oid !== null && oid !== owner.oid.toLowerCase()) {
    return verdictOf('wrong-account', { facts: person === null ? {} : { message: person } });
  }
  if (known.expired === true) return verdictOf('token-invalid', { whoCanFix: 'nobody', retry: 'later' });
  if (missing.length === 0) return null;
  return verdictOf('permission-missing', {
    alternatives: ['consent-missing'],
    facts: { permission: missing.join(', ') },
  });
}

const isForMail = (audience: string, resource: string): boolean =>
  [resource, ...exchangeOnline].map(withoutSlash).includes(withoutSlash(audience));

const withoutSlash = (resource: string): string => resource.replace(/\/$/, '').toLowerCase();

function evidenceOf(
  token: MailboxToken,
  { audience, person, expiresAt, length }: AccessTokenClaims,
  scopes: string[],
): MailboxEvidence {
  const who = token.owner.username ?? person;
  return {
    ...(audience === null ? {} : { audience }),
    scopes,
    expiresAt: new Date(expiresAt ?? token.expiresAt).toISOString(),
    ...(who === null ? {} : { person: who }),
    tokenLength: length,
  };
}
