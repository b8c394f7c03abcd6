import { createLocalJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';

import type { DevTenantContext, TokenVerification, VerifiedToken } from '../context.ts';

const words = (claim: unknown): string[] =>
  typeof claim === 'string' ? claim.split(' ').filter(Boolean) : [];
const list = (claim: unknown): string[] =>
  Array.isArray(claim) ? claim.filter((item) => typeof item === 'string') : [];
const text = (claim: unknown): string | undefined => (typeof claim === 'string' ? claim : undefined);

function toVerifiedToken(payload: JWTPayload): VerifiedToken | undefined {
  const tenantId = text(payload.tid);
  // `appid` is the v1 name of the claim, `azp` the v2 name ("Access token claims reference").
  const appId = text(payload.appid) ?? text(payload.azp);
  const audience = text(payload.aud);
  if (tenantId === undefined || appId === undefined || audience === undefined) return undefined;
  const scopes = words(payload.scp);
  const userId = scopes.length > 0 ? (text(payload.oid) ?? null) : null;
  // A person's app roles are not application permissions.
  return { audience, tenantId, appId, scopes, roles: userId === null ? list(payload.roles) : [], userId };
}

/** Checks a bearer token as a resource of Microsoft would: own signature, own clock, own audience. */
export async function verifyAccessToken(
  context: Pick<DevTenantContext, 'keys' | 'now'>,
  authorization: string | undefined,
  audiences: readonly string[],
): Promise<TokenVerification> {
  const bearer = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (bearer === undefined) return { ok: false, reason: authorization ? 'malformed' : 'missing' };
  try {
    const { payload } = await jwtVerify(bearer, createLocalJWKSet({ keys: context.keys.published }), {
      algorithms: ['RS256'],
      audience: [...audiences],
      currentDate: new Date(context.now()),
      requiredClaims: ['exp', 'tid'],
    });
    const token = toVerifiedToken(payload);
    return token ? { ok: true, token } : { ok: false, reason: 'malformed' };
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { ok: false, reason: 'expired' };
    if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud')
      return { ok: false, reason: 'audience' };
    return { ok: false, reason: 'malformed' };
  }
}
