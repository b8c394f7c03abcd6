import type {
  Accepted,
  IdentityComparison,
  MatchedBy,
  MismatchReason,
  Person,
  SignedIn,
  SignInSubject,
} from './identity-comparison.ts';
import { isSameAddress, readMailAddress, withoutTag, type MailAddress } from '../mailboxes/index.ts';

/** The tenant of all personal accounts (Microsoft: "Access token claims reference", `tid`). */
const personalAccountsTenant = '9188040d-6c67-4c5b-b112-36a304b66dad';

/**
 * Whether the account that signed in is the mailbox's, before anything is stored. Tenant first, then the person
 * (`tid` + `oid`), and only then addresses: an address alone is never an identity. Whatever is accepted of somebody else
 * than the starter waits for that person, since a forwarded link must not hand over a colleague's mail.
 */
export function compareIdentity(subject: SignInSubject): IdentityComparison {
  const { signedIn, startedBy } = subject;
  const verdict = judgeAccount(subject);
  if (typeof verdict === 'string') return { kind: 'mismatch', why: verdict };
  if (isSamePerson(signedIn, startedBy)) return verdict;
  return { kind: 'pending-owner', owner: { tid: signedIn.tid, oid: signedIn.oid }, then: verdict };
}

/** Ids are compared without case; an empty one is nobody's. */
export function isSamePerson(one: Person, other: Person): boolean {
  return isSameId(one.tid, other.tid) && isSameId(one.oid, other.oid);
}

function isSameId(one: string, other: string): boolean {
  return one !== '' && one.toLowerCase() === other.toLowerCase();
}

function judgeAccount(subject: SignInSubject): Accepted | MismatchReason {
  const { signedIn, mailbox } = subject;
  if (isSameId(signedIn.tid, personalAccountsTenant)) return 'personal-account';
  if (!isSameId(signedIn.tid, mailbox.directoryId) || signedIn.oid === '') return 'other-tenant';
  if (isGuest(signedIn)) return 'guest';
  const ownedBefore = mailbox.owner !== null && isSamePerson(signedIn, mailbox.owner);
  // Renamed since: the address still says the former name, the person is the same.
  if (ownedBefore && mailbox.kind === 'personal') return { kind: 'match', by: 'oid', replacesOwner: false };
  const address = readMailAddress(mailbox.address);
  if (address === null) return 'not-an-address';
  return mailbox.kind === 'shared' ? judgeShared(subject, address) : judgePersonal(subject, address);
}

/** Whose account opens a shared mailbox is free; whether it has the right to, POP3 and SMTP show. */
function judgeShared({ signedIn, mailbox }: SignInSubject, address: MailAddress): Accepted {
  const by = matchedBy(signedIn, address);
  const replacesOwner = mailbox.owner !== null && !isSamePerson(signedIn, mailbox.owner);
  return by === null ? { kind: 'delegate', replacesOwner } : { kind: 'match', by, replacesOwner };
}

function judgePersonal(subject: SignInSubject, address: MailAddress): Accepted | MismatchReason {
  const { signedIn, mailbox } = subject;
  const by = matchedBy(signedIn, address);
  if (mailbox.owner !== null) return by === null ? otherPerson(subject) : 'address-reassigned';
  if (by !== null) return { kind: 'match', by, replacesOwner: false };
  if (isStartersOwn(subject, address)) return 'other-person';
  const base = withoutTag(address);
  if (base !== null && matchedBy(signedIn, base) !== null) {
    return { kind: 'needs-confirmation', why: 'plus-address' };
  }
  // The directory's list is complete: an address that is not in it is somebody else's.
  if (signedIn.directory !== null || isAdminsSelf(subject)) return otherPerson(subject);
  return { kind: 'needs-confirmation', why: 'address-not-visible' };
}

/** The address is known to be another person's: of the starter, whose token in the tab carries it. */
function isStartersOwn({ signedIn, startedBy, mailbox }: SignInSubject, address: MailAddress): boolean {
  return (
    isSameId(startedBy.tid, mailbox.directoryId) &&
    !isSamePerson(signedIn, startedBy) &&
    isSameAddress(readMailAddress(startedBy.upn), address)
  );
}

function otherPerson(subject: SignInSubject): MismatchReason {
  return isAdminsSelf(subject) ? 'admin-for-user' : 'other-person';
}

function isAdminsSelf({ signedIn, startedBy }: SignInSubject): boolean {
  return startedBy.actsFor === 'other' && isSamePerson(signedIn, startedBy);
}

/** By which of the person's names the address is theirs; the strongest one, null by none. */
function matchedBy(signedIn: SignedIn, address: MailAddress): MatchedBy | null {
  const { upn, preferredUsername, email, directory } = signedIn;
  const has = (names: readonly (string | null)[]): boolean =>
    names.some((name) => isSameAddress(readMailAddress(name), address));
  if (has([upn, preferredUsername, directory?.userPrincipalName ?? null])) return 'upn';
  if (has([email, directory?.mail ?? null])) return 'mail';
  return has(smtpAddresses(directory?.proxyAddresses ?? [])) ? 'proxy-address' : null;
}

function smtpAddresses(proxyAddresses: readonly string[]): string[] {
  return proxyAddresses.filter((entry) => /^smtp:/i.test(entry)).map((entry) => entry.slice('smtp:'.length));
}

/**
 * A guest's user principal name carries the home address before `#EXT#` (Microsoft: "Properties of a Microsoft Entra B2B
 * collaboration user"). The id token shows the home address instead, so without the directory a guest is not always
 * seen; then the mail host refuses.
 */
function isGuest({ upn, preferredUsername, directory }: SignedIn): boolean {
  return [upn, preferredUsername, directory?.userPrincipalName].some((name) => /#ext#@/i.test(name ?? ''));
}
