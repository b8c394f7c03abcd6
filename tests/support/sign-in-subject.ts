import type {
  DirectoryRecord,
  Person,
  SignedIn,
  SignInSubject,
  Starter,
} from '../../src/server/features/mailbox-sign-in/identity-comparison.ts';

export const musterTenant = 'aaaaaaaa-1111-4111-8111-111111111111';
export const neighbourTenant = 'bbbbbbbb-2222-4222-8222-222222222222';
/** Where Microsoft keeps all personal accounts. */
export const personalTenant = '9188040d-6c67-4c5b-b112-36a304b66dad';

const personOf = (oid: string): Person => ({ tid: musterTenant, oid });
export const lawyer = personOf('cccccccc-3333-4333-8333-333333333333');
export const colleague = personOf('dddddddd-4444-4444-8444-444444444444');
export const admin = personOf('eeeeeeee-5555-4555-8555-555555555555');

export interface SubjectChange {
  signedIn?: Partial<SignedIn>;
  startedBy?: Partial<Starter>;
  mailbox?: Partial<SignInSubject['mailbox']>;
}

/** The lawyer signs in to her own mailbox, which nobody did before; changed as told. */
export function buildSubject({ signedIn, startedBy, mailbox }: SubjectChange = {}): SignInSubject {
  const address = 'lawyer@muster.example';
  return {
    signedIn: {
      ...lawyer,
      upn: null,
      preferredUsername: address,
      email: null,
      directory: null,
      ...signedIn,
    },
    startedBy: { ...lawyer, upn: address, actsFor: 'own', ...startedBy },
    mailbox: { address, kind: 'personal', directoryId: musterTenant, owner: null, ...mailbox },
  };
}

/** What Graph says of a person: by default the user name is the one address. */
export function directoryOf(
  userPrincipalName: string,
  mail: string | null = userPrincipalName,
  proxyAddresses: readonly string[] = mail === null ? [] : [`SMTP:${mail}`],
): DirectoryRecord {
  return { userPrincipalName, mail, proxyAddresses };
}
