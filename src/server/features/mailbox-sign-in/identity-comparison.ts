/** A person, for good: addresses and names change, and the same address can exist in two tenants. */
export interface Person {
  tid: string;
  oid: string;
}

/** What the directory says of the person who signed in: all addresses, so what is not among them is another's. */
export interface DirectoryRecord {
  userPrincipalName: string;
  mail: string | null;
  /** As Graph has them, with their kind: `SMTP:` for the primary one, `smtp:`, `X500:`, `SIP:`. */
  proxyAddresses: readonly string[];
}

/** Who signed in, from the verified id token. */
export interface SignedIn extends Person {
  upn: string | null;
  preferredUsername: string | null;
  email: string | null;
  /** Null where the firm gave no right to read the directory. */
  directory: DirectoryRecord | null;
}

/** Who asked for the sign-in in the tab, in what capacity. */
export interface Starter extends Person {
  /** Of the tab's token; null when unknown. */
  upn: string | null;
  /** `own`: the account stands in this person's own list; `other`: an administrator acts for whoever owns it. */
  actsFor: 'own' | 'other';
}

export interface SignInSubject {
  signedIn: SignedIn;
  startedBy: Starter;
  mailbox: {
    address: string;
    kind: 'personal' | 'shared';
    /** Directory of the registration that serves the mailbox. */
    directoryId: string;
    /** Whose grant it has or had; null before the first sign-in, and again once the address was changed. */
    owner: Person | null;
  };
}

export type MatchedBy = 'oid' | 'upn' | 'mail' | 'proxy-address';

/** Nobody can say whether the address is this person's: the person confirms, and only a POP3 login proves it. */
export type ConfirmationReason =
  /** The token does not carry the address, and the directory may not be read. */
  | 'address-not-visible'
  /** The person's own address with a tag (`anna+akten@`), which another mailbox may have as its name. */
  | 'plus-address';

/** `replacesOwner`: a grant of another person stands there (of a shared mailbox alone); it ends, nothing is inherited. */
export type Accepted =
  | { kind: 'match'; by: MatchedBy; replacesOwner: boolean }
  | { kind: 'needs-confirmation'; why: ConfirmationReason }
  /** A shared mailbox is opened with the person's own account. */
  | { kind: 'delegate'; replacesOwner: boolean };

export type MismatchReason =
  /** An outlook.com, hotmail.com, live.com account. */
  | 'personal-account'
  | 'other-tenant'
  /** A guest of the directory: the mailbox lies in the guest's own organisation. */
  | 'guest'
  | 'other-person'
  /** The administrator who started it signed in as himself or herself, not as the person whose mailbox it is. */
  | 'admin-for-user'
  /** The address is this person's today, but the grant and all that came with it belong to somebody before. */
  | 'address-reassigned'
  /** What is entered as the mailbox's address is none. */
  | 'not-an-address';

export type IdentityComparison =
  | Accepted
  /** The account may be right, but it is not the starter's: kept unusable until `owner` agrees; then it is `then`. */
  | { kind: 'pending-owner'; owner: Person; then: Accepted }
  | { kind: 'mismatch'; why: MismatchReason };
