import type { SignInAttempt } from '../../../shared/api/mailbox-sign-ins.ts';
import type { AttemptRow } from './sign-in-store.ts';

const open: readonly SignInAttempt['status'][] = ['waiting', 'redeeming', 'pending'];

/** An attempt as the API shows it to the one who started it. Nobody has to come by for it to run out. */
export function attemptOf(row: AttemptRow, now: number): SignInAttempt {
  const ranOut = open.includes(row.status) && row.expires_at.getTime() <= now;
  return {
    id: row.id,
    mailboxId: row.mailbox_id,
    status: ranOut ? 'expired' : row.status,
    startedAt: row.started_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    mismatch: row.mismatch,
    verdict: row.verdict,
  };
}
