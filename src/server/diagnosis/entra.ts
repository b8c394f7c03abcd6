import type { Stage } from '../../shared/causes.ts';
import type { Answer } from './answer.ts';
import type { EntraNumber } from './entra-number.ts';
import { applicationNumbers } from './entra-numbers-application.ts';
import { signInNumbers } from './entra-numbers-sign-in.ts';
import { certain, guess, likely, type Finding, type Judgement } from './finding.ts';
import { isOverload, overload } from './http-status.ts';
import { oauthErrorFinding, suberrorFinding } from './oauth-errors.ts';

const entraNumber = (number: number): EntraNumber | undefined =>
  applicationNumbers[number] ?? signInNumbers[number];

/** A refusal of the token endpoint or of a callback: the number's meaning, else suberror, error, status and stage. */
export function judgeEntra(answer: Answer, stage: Stage): Judgement | undefined {
  const byNumber = numberFinding(answer, stage);
  // An outage is never read as a lasting refusal, whatever number the answer carries.
  if (isOverload(answer.status) && !isTemporary(byNumber)) return overloadOf(answer, stage);
  if (byNumber) return certain(byNumber);
  const byWord = wordFinding(answer, stage);
  return byWord ? likely(byWord) : byStatusAndStage(answer, stage);
}

/** The finding of the first number that says something; used for Entra's text inside other answers too. */
export function numberFinding(answer: Answer, stage: Stage): Finding | undefined {
  const known = answer.numbers.map(entraNumber).filter((entry) => entry !== undefined);
  const entry = known.find((candidate) => !candidate.generic) ?? known[0];
  const said = entry?.says?.find(([pattern]) => pattern.test(answer.message ?? ''))?.[1];
  return said ?? entry?.at?.[stage] ?? entry;
}

function wordFinding(answer: Answer, stage: Stage): Finding | undefined {
  // A suberror explains an error; beside errors that it does not belong to, it is not looked at.
  const refines = answer.error === 'invalid_grant' || answer.error === 'interaction_required';
  const bySuberror = refines && answer.suberror ? suberrorFinding(answer.suberror, stage) : undefined;
  return bySuberror ?? (answer.error ? oauthErrorFinding(answer.error, stage) : undefined);
}

const isTemporary = (finding: Finding | undefined): boolean =>
  finding?.cause === 'throttled' || finding?.cause === 'service-unavailable';

function overloadOf(answer: Answer, stage: Stage): Judgement | undefined {
  const byWord = answer.error ? oauthErrorFinding(answer.error, stage) : undefined;
  return byWord && isTemporary(byWord) ? likely(byWord) : overload(answer.status);
}

/** An unknown number or a body without any: only a guess, but never silence where the server did refuse. */
function byStatusAndStage(answer: Answer, stage: Stage): Judgement | undefined {
  const { status } = answer;
  if (status === undefined && answer.numbers.length === 0 && answer.error === undefined) return undefined;
  if (status !== undefined && status < 400 && answer.numbers.length === 0 && answer.error === undefined)
    return undefined;
  if (status === 401)
    return guess({
      cause: 'secret-wrong',
      alternatives: ['secret-expired', 'app-not-found', 'proxy-blocked'],
    });
  if (status === 403) return guess({ cause: 'proxy-blocked', alternatives: ['conditional-access'] });
  if (status === 404)
    return guess({ cause: 'tenant-not-found', alternatives: ['request-malformed', 'proxy-blocked'] });
  if (status === 408) return guess({ cause: 'timeout', alternatives: ['proxy-blocked'] });
  return guess(byStage(stage));
}

function byStage(stage: Stage): Finding {
  switch (stage) {
    case 'refresh':
    case 'code-exchange':
    case 'authorize-callback':
      return {
        cause: 'interaction-required',
        alternatives: ['mfa-required', 'consent-missing', 'conditional-access', 'request-malformed'],
      };
    case 'admin-consent-callback':
      return { cause: 'user-declined', alternatives: ['admin-approval-needed', 'app-config-wrong'] };
    case 'app-token':
    case 'graph-probe':
    case 'graph-provision':
    case 'smtp-connect':
    case 'smtp-auth':
    case 'smtp-send':
    case 'pop3-connect':
    case 'pop3-auth':
    case 'pop3-retrieve':
    case 'bot-inbound':
    case 'bot-send':
      return {
        cause: 'request-malformed',
        alternatives: ['app-config-wrong', 'tenant-not-found', 'app-not-found'],
      };
  }
}
