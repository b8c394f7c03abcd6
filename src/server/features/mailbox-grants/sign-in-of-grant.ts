import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import type { Verdict } from '../../../shared/api/verdict.ts';
import type { GrantState } from '../../storage/mail-tables.ts';
import { evidenceLastsMs } from './grant-timing.ts';

interface ShownGrant {
  owner_name: string | null;
  owner_username: string | null;
  state: GrantState;
  verdict: Verdict | null;
  signed_in_at: Date;
  renewed_at: Date;
  /** Whether it was issued to the application that the entity has today. */
  is_of_registration: boolean;
}

/** The sign-in of a mailbox as the API shows it; `ok` rests on a refresh, which the keep-alive makes weekly. */
export function signInOfGrant(grant: ShownGrant, now: number): Mailbox['signIn'] {
  const isOld = now - grant.renewed_at.getTime() > evidenceLastsMs;
  const status = grant.state === 'ok' && isOld ? 'unknown' : grant.state;
  return {
    status: grant.is_of_registration ? status : 'needs-sign-in',
    person: { name: grant.owner_name, username: grant.owner_username },
    signedInAt: grant.signed_in_at.toISOString(),
    renewedAt: grant.renewed_at.toISOString(),
    verdict: grant.is_of_registration ? grant.verdict : null,
  };
}
