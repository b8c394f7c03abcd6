import { randomUUID } from 'node:crypto';

import { CompactEncrypt, compactDecrypt } from 'jose';

import type { DevTenantContext } from '../context.ts';
import { grantInvalid } from './grant-refusals.ts';

export type RedirectKind = 'web' | 'spa' | 'publicClient';

/** What a refresh token stands for. It is sealed, not stored: opaque outside, and it survives a restart. */
export interface RefreshGrant {
  id: string;
  tenantId: string;
  userId: string;
  clientId: string;
  /** The scope parameter of the sign-in, asked for again when a refresh names none. */
  scope: string;
  redirectKind: RedirectKind;
  mfa: boolean;
  /** Milliseconds since 1970 by the tenant's clock. */
  issuedAt: number;
  /** When the sign-in took place: a single-page application's tokens all end 24 hours later. */
  signedInAt: number;
}

const day = 24 * 60 * 60 * 1000;
/** "Refresh tokens in the Microsoft identity platform": 90 days without use, 24 hours in all for a single-page app. */
export const idleLimit = 90 * day;
export const spaLimit = day;

export async function sealRefreshToken(
  context: DevTenantContext,
  grant: Omit<RefreshGrant, 'id'>,
): Promise<string> {
  const content = new TextEncoder().encode(JSON.stringify({ ...grant, id: randomUUID() }));
  return new CompactEncrypt(content)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(context.keys.sealingKey);
}

/** @throws Refusal 70000 for anything this tenant did not issue */
export async function openRefreshToken(context: DevTenantContext, token: string): Promise<RefreshGrant> {
  try {
    const { plaintext } = await compactDecrypt(token, context.keys.sealingKey);
    return JSON.parse(new TextDecoder().decode(plaintext)) as RefreshGrant;
  } catch {
    throw grantInvalid();
  }
}
