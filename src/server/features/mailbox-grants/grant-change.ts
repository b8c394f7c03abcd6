import type { Verdict } from '../../../shared/api/verdict.ts';
import type { GrantState } from '../../storage/mail-tables.ts';
import { nextKeepAlive, pauseAfterOutageMs, pauseAfterRefusalMs } from './grant-timing.ts';
import type { RefusalMeaning } from './meaning-of-refusal.ts';
import type { SealedTokens } from './sealed-tokens-store.ts';

/** What an answer of Microsoft changes on the row of its grant. */
export interface GrantChange {
  refresh_ciphertext?: Buffer | null;
  access_ciphertext?: Buffer | null;
  access_expires_at?: Date | null;
  scopes?: string[];
  renewed_at?: Date;
  refresh_at?: Date | null;
  state: GrantState;
  verdict: Verdict | null;
  not_before: Date | null;
}

/** New tokens: whatever was said before is over. `issuedAt` and `expiresAt` in milliseconds since 1970. */
export function renewed(
  mailboxId: string,
  tokens: { issuedAt: number; expiresAt: number; scopes: string[] },
  sealed: SealedTokens,
): GrantChange {
  return {
    refresh_ciphertext: sealed.refresh,
    access_ciphertext: sealed.access,
    access_expires_at: new Date(tokens.expiresAt),
    scopes: tokens.scopes,
    renewed_at: new Date(tokens.issuedAt),
    refresh_at: nextKeepAlive(mailboxId, tokens.issuedAt),
    state: 'ok',
    verdict: null,
    not_before: null,
  };
}

/** A refusal that says something of the grant or its person, or nothing; one of the registration changes no grant. */
export function refused(
  meaning: Exclude<RefusalMeaning, 'registration'>,
  verdict: Verdict,
  now: number,
): GrantChange {
  switch (meaning) {
    case 'grant-ended':
      return {
        refresh_ciphertext: null,
        access_ciphertext: null,
        access_expires_at: null,
        refresh_at: null,
        state: 'needs-sign-in',
        verdict,
        not_before: null,
      };
    case 'sign-in-again':
      return { state: 'needs-sign-in', verdict, not_before: new Date(now + pauseAfterRefusalMs) };
    case 'refused':
      return { state: 'failed', verdict, not_before: new Date(now + pauseAfterRefusalMs) };
    case 'passing':
      return {
        state: 'unknown',
        verdict,
        not_before: new Date(now + pauseAfterOutageMs(verdict.retryAfter)),
      };
  }
}

/** Microsoft said yes, but the access token cannot be used: the refresh token that came with it is the one to keep. */
export function rejected(refresh: Buffer, verdict: Verdict, now: number): GrantChange {
  return {
    refresh_ciphertext: refresh,
    access_ciphertext: null,
    access_expires_at: null,
    state: verdict.retry === 'sign-in-again' ? 'needs-sign-in' : 'failed',
    verdict,
    not_before: new Date(now + pauseAfterRefusalMs),
  };
}
