import type { Cause, Stage } from '../../shared/causes.ts';
import type { Answer } from './answer.ts';
import { numberFinding } from './entra.ts';
import type { Evidence, Known } from './evidence.ts';
import { certain, guess, likely, type Finding, type Judgement } from './finding.ts';
import { graphRefusals, type GraphRefusal } from './graph-refusals.ts';
import { header } from './headers.ts';
import { isOverload, overload } from './http-status.ts';

/** A refusal of Graph: claims challenge, then code and inner codes, then the status. */
export function judgeGraph(answer: Answer, evidence: Evidence): Judgement | undefined {
  return withKnowledge(judgeAnswer(answer, evidence), answer, evidence.known);
}

/**
 * Whether the refusal contradicts the token: it lists the right, and the call was refused for want of one. Usual
 * reasons: an application access policy, Exchange's RBAC for Applications, or a change that has not spread yet.
 */
export function contradictsToken(cause: Cause, answer: Answer, known: Known | undefined): boolean {
  const refused = answer.status === 401 || answer.status === 403;
  return refused && known?.rightInToken === true && contradicting.includes(cause);
}
const contradicting: readonly Cause[] = ['permission-missing', 'policy-restricts-mailbox', 'token-invalid'];

function judgeAnswer(answer: Answer, evidence: Evidence): Judgement | undefined {
  if (isClaimsChallenge(evidence)) {
    return certain({ cause: 'cae-challenge', alternatives: ['conditional-access', 'grant-revoked'] });
  }
  const row = graphRefusals.find((candidate) => matches(candidate, answer));
  if (row) return judgementOf(row);
  const entra = isOverload(answer.status) ? undefined : numberFinding(answer, evidence.stage);
  return entra ? certain(entra) : byStatus(answer.status, evidence.stage);
}

/** Continuous access evaluation: WWW-Authenticate carries `claims`, or the error is `insufficient_claims`. */
function isClaimsChallenge(evidence: Evidence): boolean {
  const challenge = header(evidence.headers, 'www-authenticate') ?? '';
  return /\bclaims="?[A-Za-z0-9+/_%{-]/.test(challenge) || /error="?insufficient_claims/.test(challenge);
}

function matches(row: GraphRefusal, answer: Answer): boolean {
  if (row.codes && !row.codes.some((code) => includesCode(answer.codes, code))) return false;
  if (row.status !== undefined && row.status !== answer.status) return false;
  return row.message === undefined || row.message.test(answer.message ?? '');
}

/** Graph asks clients to compare codes without case. */
const includesCode = (codes: readonly string[], code: string): boolean =>
  codes.some((candidate) => candidate.toLowerCase() === code.toLowerCase());

function judgementOf(row: GraphRefusal): Judgement {
  if (!row.codes) return guess(row);
  return row.message ? likely(row) : certain(row);
}

function byStatus(status: number | undefined, stage: Stage): Judgement | undefined {
  if (status === undefined || status < 400) return undefined;
  switch (status) {
    case 401:
      return guess({
        cause: 'token-invalid',
        alternatives: ['token-wrong-audience', 'cae-challenge', 'permission-missing'],
      });
    case 403:
      return guess({
        cause: 'permission-missing',
        alternatives: [
          'consent-missing',
          'policy-restricts-mailbox',
          'mailbox-missing',
          'conditional-access',
          'proxy-blocked',
        ],
      });
    case 404:
      return guess(notFound(stage));
    case 408:
      return guess({ cause: 'timeout', alternatives: ['proxy-blocked'] });
    case 424:
      // Batch: this item was not tried, because one that it depends on was refused.
      return likely({ cause: 'unknown', retry: 'later' });
    case 503:
      return likely({ cause: 'service-unavailable', alternatives: ['throttled', 'proxy-blocked'] });
    case 507:
      return certain({ cause: 'mailbox-full' });
    default:
      return overload(status) ?? guess({ cause: 'request-malformed' });
  }
}

/** While an app is being registered no mailbox is asked for: what is missing then is a directory object. */
const notFound = (stage: Stage): Finding =>
  stage === 'graph-provision'
    ? { cause: 'app-not-found', alternatives: ['request-malformed'], retry: 'later' }
    : { cause: 'mailbox-missing', alternatives: ['request-malformed'] };

/** The token decides between the causes that one refusal leaves open. */
function withKnowledge(
  judged: Judgement | undefined,
  answer: Answer,
  known: Known | undefined,
): Judgement | undefined {
  if (!judged) {
    return known?.rightInToken === false ? likely(withoutRight(known)) : undefined;
  }
  if (judged.cause !== 'permission-missing') return judged;
  if (known?.anyRightInToken === false && known.rightInToken !== true)
    return { ...judged, ...withoutRight(known) };
  return known?.rightInToken ? { ...judged, ...despiteRight(answer) } : judged;
}

/** Without any right the whole consent is missing; with some, this one was forgotten. */
function withoutRight(known: Known): Finding {
  if (known.anyRightInToken === false) {
    return {
      cause: 'consent-missing',
      alternatives: ['permission-missing'],
      whoCanFix: 'admin',
      retry: 'after-fix',
    };
  }
  return { cause: 'permission-missing', alternatives: ['consent-missing'] };
}

/** The right is in the token, so something else keeps the app out: for a mailbox, most likely the firm's own policy. */
function despiteRight(answer: Answer): Finding {
  if (answer.status === 401) {
    // To-do lists cannot be restricted by policy; a fresh token or a real mailbox is what is missing.
    return { cause: 'token-invalid', alternatives: ['mailbox-missing'], whoCanFix: 'nobody', retry: 'later' };
  }
  if (includesCode(answer.codes, 'Authorization_RequestDenied')) {
    return { cause: 'permission-missing', alternatives: ['admin-approval-needed'] };
  }
  return { cause: 'policy-restricts-mailbox', alternatives: ['mailbox-missing', 'permission-missing'] };
}
