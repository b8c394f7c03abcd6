import type { Cause } from '../../shared/causes.ts';
import { causeDefaults } from './cause-defaults.ts';
import type { Evidence, KnownOfMailbox } from './evidence.ts';
import { likely, type Judgement } from './finding.ts';

/** Exchange's POP3 is reported (2025) to answer longer access tokens with a protocol error. */
const longestPop3Token = 4096;

/**
 * What one text for many causes leaves open, narrowed by what is known of token, account and the other server: causes
 * that cannot be drop out, the rest is put in order of likelihood. One that is left alone, or stands out, is named.
 */
export function narrowed(judged: Judgement, { protocol, known }: Evidence): Judgement {
  const mailbox = known?.ofMailbox;
  if (!mailbox || judged.cause !== 'ambiguous-auth') return judged;
  const side = protocol === 'pop3' ? 'pop3' : 'smtp';
  const proven = faultOfToken(side, mailbox);
  if (proven) return proven;
  const [first, ...others] = suspectsOf(judged.alternatives ?? [], side, mailbox);
  if (first === undefined) return judged;
  if (others.length === 0 || standsOut(first, side, mailbox))
    return likely({ cause: first, alternatives: others });
  // The names of the server are right and the token is good: only somebody with rights over the mailbox can help.
  const whoCanFix = first === 'wrong-account' ? 'admin' : causeDefaults[first].whoCanFix;
  return { ...judged, alternatives: [first, ...others], whoCanFix };
}

/** Length of an access token that may be what POP3 refused; nothing where the cause is known or the length is usual. */
export function lengthOfSuspect(cause: Cause, { protocol, known }: Evidence): { tokenLength?: number } {
  const isOpen = cause === 'ambiguous-auth' || cause === 'protocol-misuse';
  const { ofMailbox = {} } = known ?? {};
  const { tokenLength } = ofMailbox;
  if (!isOpen || protocol !== 'pop3' || tokenLength === undefined) return {};
  return isTokenTooLong('pop3', ofMailbox) ? { tokenLength } : {};
}

type Side = 'pop3' | 'smtp';

/** A fault that stands in the token itself needs no guessing. */
function faultOfToken(side: Side, mailbox: KnownOfMailbox): Judgement | undefined {
  if (mailbox.audienceOk === false) return likely({ cause: 'token-wrong-audience' });
  if (holdsScope(side, mailbox) === false) {
    return likely({ cause: 'permission-missing', alternatives: ['consent-missing'] });
  }
  if (mailbox.expired === true)
    return likely({ cause: 'token-invalid', whoCanFix: 'nobody', retry: 'later' });
  return undefined;
}

const holdsScope = (side: Side, { hasPopScope, hasSmtpScope }: KnownOfMailbox): boolean | undefined =>
  side === 'pop3' ? hasPopScope : hasSmtpScope;

function suspectsOf(named: readonly Cause[], side: Side, mailbox: KnownOfMailbox): Cause[] {
  const excluded = excludedBy(side, mailbox);
  const suspects = [...new Set([...named, ...alsoWhenBothRefuse(mailbox), ...alsoOf(side)])];
  const rank = rankOf(side, mailbox);
  // Sorting is stable: what the knowledge does not move keeps the order of the reports.
  return suspects.filter((cause) => !excluded.has(cause)).toSorted((one, other) => rank(one) - rank(other));
}

/** A policy of the organisation may name one protocol, but Exchange then has other words in most cases. */
const alsoOf = (side: Side): Cause[] => (side === 'smtp' ? ['auth-policy-blocked'] : []);

/** What shuts an account out of both servers at once. */
const alsoWhenBothRefuse = ({ otherServer }: KnownOfMailbox): Cause[] =>
  otherServer === 'refused' || otherServer === 'refused-by-policy'
    ? ['user-disabled', 'conditional-access']
    : [];

function excludedBy(side: Side, mailbox: KnownOfMailbox): Set<Cause> {
  const { audienceOk, expired, signedInAs, otherServer } = mailbox;
  const excluded = new Set<Cause>();
  // This client sends the response in a line of its own, as Exchange wants it.
  if (!isTokenTooLong(side, mailbox)) excluded.add('protocol-misuse');
  if (audienceOk === true) excluded.add('token-wrong-audience');
  if (holdsScope(side, mailbox) === true) excluded.add('permission-missing');
  if (audienceOk === true && expired === false) excluded.add('token-invalid');
  if (signedInAs === 'mailbox') excluded.add('wrong-account');
  if (otherServer === 'ok') {
    for (const cause of ['token-invalid', 'token-wrong-audience', 'user-locked-or-password'] as const) {
      excluded.add(cause);
    }
    if (signedInAs === 'mailbox') excluded.add('mailbox-missing');
  }
  return excluded;
}

/** Lower comes first; 0 where nothing is known. */
function rankOf(side: Side, mailbox: KnownOfMailbox): (cause: Cause) => number {
  const { signedInAs, otherServer } = mailbox;
  const ranks = new Map<Cause, number>();
  if (otherServer === 'ok') ranks.set('auth-policy-blocked', 1).set('conditional-access', 1);
  if (otherServer === 'refused') {
    ranks.set('mailbox-missing', -2).set('auth-policy-blocked', -1).set('user-disabled', -1);
  }
  if (otherServer === 'refused-by-policy') ranks.set('auth-policy-blocked', -2).set('conditional-access', -1);
  // A token of somebody else is refused for want of Full Access to the mailbox before all else.
  if (signedInAs === 'delegate') ranks.set('wrong-account', -3);
  if (isTokenTooLong(side, mailbox)) ranks.set('protocol-misuse', -4);
  return (cause) => ranks.get(cause) ?? 0;
}

/** The other server let the same person in to the same mailbox: what remains is the switch of this one. */
function standsOut(cause: Cause, side: Side, { otherServer, signedInAs }: KnownOfMailbox): boolean {
  const ownSwitch = side === 'pop3' ? 'pop-disabled-or-no-licence' : 'smtp-auth-disabled-mailbox';
  return otherServer === 'ok' && signedInAs === 'mailbox' && cause === ownSwitch;
}

const isTokenTooLong = (side: Side, { tokenLength = 0 }: KnownOfMailbox): boolean =>
  side === 'pop3' && tokenLength > longestPop3Token;
