import type { Cause, Stage } from '../../shared/causes.ts';
import type { Verdict } from '../../shared/api/verdict.ts';
import { readAnswer, type Answer } from './answer.ts';
import { answerFacts } from './answer-facts.ts';
import { causeDefaults } from './cause-defaults.ts';
import { judgeEntra } from './entra.ts';
import type { Evidence } from './evidence.ts';
import { guess, type Judgement } from './finding.ts';
import { judgeGateway } from './gateway.ts';
import { contradictsToken, judgeGraph } from './graph.ts';
import { isOverload, overload } from './http-status.ts';
import { judgeMail, mailReplyCode } from './mail.ts';
import { lengthOfSuspect } from './mail-suspects.ts';
import { judgeMailNetwork, judgeNetwork } from './network.ts';
import { retryAfterSeconds } from './retry-after.ts';

export type { Evidence, Known, KnownOfMailbox, NetworkError } from './evidence.ts';

/**
 * The verdict on one refusal. Protocol fields decide (error, suberror, Graph code, HTTP status), vendor numbers
 * refine, prose comes last. Pure and total: any evidence gives a verdict, and nothing is thrown. `tokenLost` is true
 * only at stage `refresh`, on an answer that names a grant that is gone; never on an outage.
 */
export function diagnose(evidence: Evidence): Verdict {
  const answer = readAnswer(evidence);
  const judged = atStage(judge(answer, evidence), evidence.stage);
  const { cause, alternatives = [], confidence } = judged;
  const defaults = causeDefaults[cause];
  const { known } = evidence;
  return {
    cause,
    alternatives: [...alternatives],
    whoCanFix: judged.whoCanFix ?? defaults.whoCanFix,
    retry: judged.retry ?? defaults.retry,
    retryAfter: retryAfterSeconds(evidence.headers, evidence.now),
    tokenLost: judged.tokenLost === true && mayEndGrant(answer, evidence.stage),
    facts: {
      ...answerFacts(answer, evidence),
      ...codeOfMail(evidence),
      ...rightOf(cause, evidence),
      ...lengthOfSuspect(cause, evidence),
      ...(contradictsToken(cause, answer, known)
        ? { contradiction: 'right-in-token-but-refused' as const }
        : {}),
    },
    confidence,
  };
}

/** A verdict that follows from what we know ourselves, where nothing was refused that could be diagnosed. */
export function verdictOf(cause: Cause, said: Partial<Omit<Verdict, 'cause'>> = {}): Verdict {
  return {
    cause,
    alternatives: [],
    ...causeDefaults[cause],
    retryAfter: null,
    tokenLost: false,
    facts: {},
    confidence: 'certain',
    ...said,
  };
}

const aboutRights: ReadonlySet<string> = new Set([
  'permission-missing',
  'consent-missing',
  'policy-restricts-mailbox',
]);

/** The right that the refused call needs; each mail server asks for one. */
function rightOf(cause: Cause, { protocol, known }: Evidence): { permission?: string } {
  const permission = known?.permission ?? rightOfServer[protocol];
  return aboutRights.has(cause) && permission !== undefined ? { permission } : {};
}

const rightOfServer: Partial<Record<Evidence['protocol'], string>> = {
  pop3: 'POP.AccessAsUser.All',
  smtp: 'SMTP.Send',
};

function judge(answer: Answer, evidence: Evidence): Judgement {
  const { networkError } = evidence;
  if (networkError) return isMail(evidence) ? judgeMailNetwork(networkError) : judgeNetwork(networkError);
  return judgeGateway(answer, evidence) ?? judgeAnswer(answer, evidence) ?? guess({ cause: 'unknown' });
}

const isMail = ({ protocol }: Evidence): boolean => protocol === 'pop3' || protocol === 'smtp';

function codeOfMail(evidence: Evidence): { code?: string } {
  const code = isMail(evidence) && !evidence.networkError ? mailReplyCode(evidence) : undefined;
  return code === undefined ? {} : { code };
}

function judgeAnswer(answer: Answer, evidence: Evidence): Judgement | undefined {
  switch (evidence.protocol) {
    case 'entra':
      return judgeEntra(answer, evidence.stage);
    case 'graph':
      return judgeGraph(answer, evidence);
    case 'smtp':
    case 'pop3':
      return judgeMail(answer, evidence);
    case 'network':
      return answer.message === undefined
        ? overload(answer.status)
        : judgeMailNetwork({ message: answer.message });
    case 'bot':
      return judgeBot(answer, evidence.stage);
  }
}

/** The connector's refusals are told apart by status; its token comes from Entra and is judged as such. */
function judgeBot(answer: Answer, stage: Stage): Judgement | undefined {
  if (answer.numbers.length > 0 || answer.error !== undefined) return judgeEntra(answer, stage);
  if (answer.status === 401 || answer.status === 403) {
    return guess({ cause: 'token-invalid', alternatives: ['token-wrong-audience', 'app-config-wrong'] });
  }
  return overload(answer.status);
}

/**
 * Where nobody is signed in, or it is the administrator, "sign in again" would send the wrong person: an
 * administrator has to change something first.
 */
function atStage(judged: Judgement, stage: Stage): Judgement {
  const retry = judged.retry ?? causeDefaults[judged.cause].retry;
  if (retry !== 'sign-in-again' || !withoutUser.has(stage)) return judged;
  return { ...judged, whoCanFix: 'admin', retry: 'after-fix' };
}

const withoutUser: ReadonlySet<Stage> = new Set<Stage>([
  'app-token',
  'graph-probe',
  'admin-consent-callback',
]);

/** A dead refresh token comes as `invalid_grant`, from older endpoints as `interaction_required`. */
function mayEndGrant(answer: Answer, stage: Stage): boolean {
  const named = answer.error === 'invalid_grant' || answer.error === 'interaction_required';
  return stage === 'refresh' && named && !isOverload(answer.status);
}
