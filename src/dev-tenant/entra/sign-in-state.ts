import { randomBytes } from 'node:crypto';

import type { RedirectKind } from './refresh-token.ts';

/** What an authorization code stands for, and whether it has been redeemed. Times in milliseconds. */
export interface AuthorizationCode {
  tenantId: string;
  userId: string;
  clientId: string;
  redirectUri: string;
  redirectKind: RedirectKind;
  scope: string;
  challenge: string | undefined;
  challengeMethod: 'S256' | 'plain';
  nonce: string | undefined;
  mfa: boolean;
  issuedAt: number;
  redeemed: boolean;
}

/** An account signed in to a browser. */
export interface SignedInAccount {
  userId: string;
  mfa: boolean;
  signedInAt: number;
}

/** A map that forgets its oldest entries, so that nothing from outside can fill the memory. */
class BoundedMap<Value> {
  readonly #entries = new Map<string, Value>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string): Value | undefined {
    return this.#entries.get(key);
  }

  set(key: string, value: Value): void {
    this.#entries.set(key, value);
    if (this.#entries.size <= this.#limit) return;
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }
}

const randomText = (): string => randomBytes(32).toString('base64url');

/** What Entra remembers between two requests; gone at a restart, as nothing of it is worth keeping. */
export class SignInState {
  readonly codes = new BoundedMap<AuthorizationCode>(10_000);
  /** Accounts by the value of the browser's cookie. */
  readonly sessions = new BoundedMap<SignedInAccount[]>(1000);
  /** When a refresh token was first used, by its id; kept only while single-use tokens are switched on. */
  readonly refreshTokenUses = new BoundedMap<number>(10_000);

  addCode(code: Omit<AuthorizationCode, 'redeemed'>): string {
    const value = `1.${randomText()}`;
    this.codes.set(value, { ...code, redeemed: false });
    return value;
  }

  /** Signs an account in to a browser. @returns the cookie's value, new at every sign-in */
  addAccount(session: string | undefined, account: SignedInAccount): string {
    const others = this.accounts(session).filter(({ userId }) => userId !== account.userId);
    if (session !== undefined) this.sessions.delete(session);
    const value = randomText();
    this.sessions.set(value, [...others, account]);
    return value;
  }

  accounts(session: string | undefined): SignedInAccount[] {
    return (session === undefined ? undefined : this.sessions.get(session)) ?? [];
  }

  clear(): void {
    this.codes.clear();
    this.sessions.clear();
    this.refreshTokenUses.clear();
  }
}
