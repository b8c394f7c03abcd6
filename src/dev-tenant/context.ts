import type { Directory } from './directory/model.ts';
import type { Faults } from './faults.ts';
import type { TenantKeys } from './keys.ts';

/** What an access token says, after the emulated resource has verified it against the tenant's own keys. */
export interface VerifiedToken {
  audience: string;
  tenantId: string;
  appId: string;
  /** Application permissions; empty for a delegated token. */
  roles: string[];
  /** Delegated permissions; empty for an app-only token. */
  scopes: string[];
  userId: string | null;
}

/** The verdict of the emulated resource on a bearer token. */
export type TokenVerification =
  | { ok: true; token: VerifiedToken }
  | { ok: false; reason: 'missing' | 'malformed' | 'expired' | 'audience' };

/** What every part of the dev tenant is given: one directory, one clock, one set of faults, one set of keys. */
export interface DevTenantContext {
  directory: Directory;
  /** Saves the directory after a change; resolves once it is on disk (at once when there is no data directory). */
  save(): Promise<void>;
  faults: Faults;
  keys: TenantKeys;
  /** Milliseconds since 1970 by the tenant's own clock, which `POST /control/clock` moves. */
  now(): number;
  /** Moves the tenant's clock forward (or back) by milliseconds. */
  advanceClock(milliseconds: number): void;
  /** Faults off, clock back, directory as the seed; then everyone who asked is told to forget what it made up since. */
  reset(): Promise<void>;
  onReset(forget: () => void): void;
  /** Address of the dev tenant without a slash at the end, e.g. `http://localhost:3980`. */
  baseUrl(): string;
  verifyAccessToken(
    authorization: string | undefined,
    audiences: readonly string[],
  ): Promise<TokenVerification>;
}
