import { moduleRights, type Module } from '../../../shared/domain/modules.ts';
import type { Evidence as ShownEvidence } from '../../../shared/api/connection-tests.ts';
import type { StepStatus } from '../../../shared/domain/status.ts';
import type { Verdict } from '../../../shared/api/verdict.ts';
import type { Cause } from '../../../shared/causes.ts';
import { diagnose } from '../../diagnosis/index.ts';
import type { ItemAnswer } from '../../protocols/graph/index.ts';
import type { Refusal } from '../../protocols/http/index.ts';
import type { WriteOutcome } from './write-probes.ts';

/** Everything a module's dot may rest on. */
export interface ModuleEvidence {
  module: Module;
  mailbox: string;
  /** Rights in the token; null when it could not be read. */
  rights: readonly string[] | null;
  /** Answer to the read probe; undefined when none was made or none came. */
  probe: ItemAnswer | undefined;
  /** Another mailbox module was answered although its right is not in the token (Exchange RBAC for Applications). */
  accessOutsideToken: boolean;
  /** When a deep test last proved writing with a token of the same rights, milliseconds since 1970. */
  writeProvenAt: number | null;
}

export interface Judgement {
  status: StepStatus;
  verdict: Verdict | null;
  evidence: ShownEvidence;
}

/** A deep test counts as proof of writing for 30 days. */
const writeProofLastsMs = 30 * 24 * 3600 * 1000;

/** Answers that say nothing about the module: the check could not be made, so the dot is grey and not red. */
const saysNothing: ReadonlySet<Cause> = new Set<Cause>([
  'throttled',
  'service-unavailable',
  'proxy-blocked',
  'request-malformed',
  'token-invalid',
  'token-wrong-audience',
  'cae-challenge',
  'dns',
  'network-unreachable',
  'timeout',
  'connection-dropped',
  'tls-untrusted',
  'unknown',
]);

/** Red when Microsoft said no, grey when nothing was learnt. */
export function statusOfVerdict(verdict: Verdict): StepStatus {
  return saysNothing.has(verdict.cause) ? 'unknown' : 'failed';
}

/**
 * The evidence rule: green only when the read probe succeeded and the right the module needs is in the token, or
 * writing was proven by a deep test. A token's rights alone explain, they never prove (permissions given by
 * Exchange RBAC for Applications never show in them).
 */
export function judgeModule(given: ModuleEvidence, now: number): Judgement {
  const { rights, probe, module } = given;
  const held = holdsRight(module, rights);
  const proven = given.writeProvenAt !== null && now - given.writeProvenAt < writeProofLastsMs;
  const evidence: ShownEvidence = {
    probeStatus: statusOf(probe),
    rightInToken: held,
    writeProvenAt: given.writeProvenAt === null ? null : new Date(given.writeProvenAt).toISOString(),
  };
  const judged =
    module === 'mail-sending' ? judgeSending(given, held, proven) : judgeProbe(given, held, proven);
  return { ...judged, evidence };
}

/**
 * The dot after a deep test: a refused write turns it red whatever reading said. A write whose answer says nothing
 * about the module leaves a green dot unproven, so grey, and a red one red.
 */
export function judgeWriting(
  judged: Judgement,
  given: ModuleEvidence,
  outcome: WriteOutcome | undefined,
): Judgement {
  if (outcome?.kind !== 'refused') return judged;
  const writing = judgeRefusal(given, outcome.refusal);
  if (writing.status === 'unknown' && judged.status === 'failed') return judged;
  return { ...judged, ...writing };
}

/** Whether a mailbox module answered although its right is not in the token. */
export function answeredOutsideToken(
  answers: ReadonlyMap<Module, ItemAnswer | undefined>,
  rights: readonly string[] | null,
): boolean {
  return [...answers].some(
    ([module, answer]) =>
      module !== 'directory' &&
      answer !== undefined &&
      !('refusal' in answer) &&
      holdsRight(module, rights) === false,
  );
}

type Finding = Omit<Judgement, 'evidence'>;
const green: Finding = { status: 'ok', verdict: null };

function judgeProbe(given: ModuleEvidence, held: boolean | null, proven: boolean): Finding {
  const { probe, module, rights } = given;
  if (probe === undefined) return { status: 'unknown', verdict: noAnswer(given) };
  if ('refusal' in probe) return judgeRefusal(given, probe.refusal);
  if (held === true || proven || module === 'directory') return green;
  if (holdsReadOnly(module, rights)) return { status: 'failed', verdict: missingRight(given) };
  return { status: 'unknown', verdict: contradiction(given) };
}

function judgeRefusal(given: ModuleEvidence, refusal: Refusal): Finding {
  const evidence = { protocol: 'graph', stage: 'graph-probe', ...refusal, known: knownOf(given) } as const;
  const verdict = diagnose(evidence);
  return { status: statusOfVerdict(verdict), verdict };
}

function judgeSending(given: ModuleEvidence, held: boolean | null, proven: boolean): Finding {
  if (held === true) return green;
  // Sending has no probe: a former proof counts only while the same way of access is seen to work today.
  if (proven && given.accessOutsideToken) return green;
  if (held === null || given.accessOutsideToken) {
    return { status: 'unknown', verdict: contradiction(given) };
  }
  return { status: 'failed', verdict: missingRight(given) };
}

/** null when the token cannot be read. */
function holdsRight(module: Module, rights: readonly string[] | null): boolean | null {
  if (rights === null) return null;
  const { right, alsoGrantedBy } = moduleRights[module];
  return [right, ...alsoGrantedBy].some((name) => rights.includes(name));
}

function holdsReadOnly(module: Module, rights: readonly string[] | null): boolean {
  return moduleRights[module].readOnly.some((name) => rights?.includes(name));
}

function knownOf({ module, mailbox, rights }: ModuleEvidence) {
  const inToken = holdsRight(module, rights);
  return {
    permission: moduleRights[module].right,
    mailbox,
    ...(inToken === null ? {} : { rightInToken: inToken }),
    ...(rights === null ? {} : { anyRightInToken: rights.length > 0 }),
  };
}

/** The verdict on a right that is not in the token: nothing consented at all, or this one missing. */
function missingRight(given: ModuleEvidence): Verdict {
  return given.rights?.length === 0
    ? ownVerdict(given, {
        cause: 'consent-missing',
        alternatives: ['permission-missing'],
        confidence: 'certain',
      })
    : ownVerdict(given, {
        cause: 'permission-missing',
        alternatives: ['consent-missing'],
        confidence: 'certain',
      });
}

/** Graph answered without the right in the token: reading works by another way, and writing was not seen. */
function contradiction(given: ModuleEvidence): Verdict {
  const verdict = ownVerdict(given, { cause: 'permission-missing', confidence: 'guess' });
  return { ...verdict, facts: { ...verdict.facts, contradiction: 'right-missing-but-answered' } };
}

function noAnswer(given: ModuleEvidence): Verdict {
  return ownVerdict(given, {
    cause: 'unknown',
    alternatives: ['service-unavailable'],
    whoCanFix: 'nobody',
    retry: 'later',
    confidence: 'guess',
  });
}

/** What follows from the token, or from silence, without a refusal of Graph that could be diagnosed. */
function ownVerdict(
  { module, mailbox }: ModuleEvidence,
  said: Pick<Verdict, 'cause' | 'confidence'> & Partial<Verdict>,
): Verdict {
  return {
    alternatives: [],
    whoCanFix: 'admin',
    retry: 'after-fix',
    retryAfter: null,
    tokenLost: false,
    facts: { permission: moduleRights[module].right, mailbox },
    ...said,
  };
}

function statusOf(probe: ItemAnswer | undefined): number | null {
  if (probe === undefined) return null;
  return 'refusal' in probe ? (probe.refusal.httpStatus ?? null) : probe.status;
}
