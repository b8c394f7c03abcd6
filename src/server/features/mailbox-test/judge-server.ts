import type { Verdict } from '../../../shared/api/verdict.ts';
import type { MailboxKind } from '../../../shared/domain/mailbox.ts';
import type { StepStatus } from '../../../shared/domain/status.ts';
import { diagnose, verdictOf, type Evidence, type KnownOfMailbox } from '../../diagnosis/index.ts';
import { statusOfVerdict } from '../connection-test/index.ts';
import { isSameAddress, readMailAddress } from '../mailboxes/index.ts';

export type MailServer = 'pop3' | 'smtp';

/**
 * What came of asking one server: it let the mailbox in, with what waits there; it, or the way to it, failed; or it was not
 * asked, because sending takes all connections that the mailbox may have.
 */
export type ServerOutcome =
  | { kind: 'ok'; maildrop?: { messages: number; octets: number } }
  | { kind: 'refused'; evidence: Evidence }
  | { kind: 'busy' };

/** Green when the server let the mailbox in, red when it said no, grey when nothing was learnt that lasts. */
export function judgeServer(
  outcome: ServerOutcome,
  mailbox: string,
  known: KnownOfMailbox,
): { status: StepStatus; verdict: Verdict | null } {
  if (outcome.kind === 'ok') return { status: 'ok', verdict: null };
  if (outcome.kind === 'busy') return { status: 'unknown', verdict: verdictOf('too-many-connections') };
  const verdict = diagnose({ ...outcome.evidence, known: { mailbox, ofMailbox: known } });
  return { status: verdict.retry === 'later' ? 'unknown' : statusOfVerdict(verdict), verdict };
}

/**
 * Whether a token that is no longer good could have brought this refusal. A server that names another cause has read the
 * token; asking it again would only count as one more failed sign-in.
 */
export function mayBeStaleToken(outcome: ServerOutcome): boolean {
  if (outcome.kind !== 'refused' || !outcome.evidence.stage.endsWith('-auth')) return false;
  const { cause } = diagnose(outcome.evidence);
  return cause === 'ambiguous-auth' || cause === 'token-invalid';
}

/** What the one server's outcome tells about a refusal of the other; nothing where it failed for a reason of its own. */
export function otherServerOf(outcome: ServerOutcome | undefined): Pick<KnownOfMailbox, 'otherServer'> {
  if (outcome === undefined || outcome.kind === 'busy') return {};
  if (outcome.kind === 'ok') return { otherServer: 'ok' };
  const { cause } = diagnose(outcome.evidence);
  if (cause === 'ambiguous-auth') return { otherServer: 'refused' };
  const isPolicy = cause === 'auth-policy-blocked' || cause === 'conditional-access';
  return isPolicy ? { otherServer: 'refused-by-policy' } : {};
}

/** Whether a user is the person whose token it is; left open for a personal mailbox with an address of another name. */
export function signedInAs(
  user: string,
  kind: MailboxKind,
  person: string | null,
): Pick<KnownOfMailbox, 'signedInAs' | 'kind'> {
  if (isSameAddress(readMailAddress(user), readMailAddress(person))) return { kind, signedInAs: 'mailbox' };
  return kind === 'shared' ? { kind, signedInAs: 'delegate' } : { kind };
}
