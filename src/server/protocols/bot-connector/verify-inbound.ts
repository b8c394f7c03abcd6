import { decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose';
import { KeysUnavailable, type ConnectorKey, type ConnectorKeys } from './connector-keys.ts';
import { readActivity, tenantOf, type InboundActivity } from './inbound-activity.ts';
import { readServiceUrl } from './service-url.ts';

export interface InboundRules {
  /** Application id of the bot, never that of the tab: with one id for both, a person's token for the tab would do here. */
  botId: string;
  /** Hosts of the connector, with a port where it is not the usual one. */
  serviceHosts: readonly string[];
  isAllowedTenant(tenantId: string): boolean;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** An activity that the Bot Connector signed for us. */
export interface VerifiedActivity {
  activity: InboundActivity;
  /** Checked against token and allow-list: answers go nowhere else. */
  serviceUrl: string;
  tenantId: string;
}

/** `reason` is for the log: it holds neither token nor anything out of the activity. */
export type InboundCheck =
  | VerifiedActivity
  | { refusal: 'token-refused' | 'tenant-not-allowed' | 'not-an-activity' | 'unavailable'; reason: string };

const issuer = 'https://api.botframework.com';
const channel = 'msteams';
/** Microsoft allows five minutes. */
const clockToleranceS = 300;
const longestToken = 16_384;

/**
 * Whether a call comes from the Bot Connector and is meant for this bot (Microsoft: "Authenticate requests from the Bot
 * Connector service to your bot"). Stricter than the SDK's own check, which takes tokens without an end, without a service
 * address, and of people: RS256, the connector as issuer, our bot as audience, `exp` and `serviceurl` there, the service
 * address the activity's own and of a known host, a key that is endorsed for Teams, a tenant that is admitted.
 */
export function createInboundVerifier(rules: InboundRules, keys: ConnectorKeys) {
  return async (authorization: string | undefined, body: unknown): Promise<InboundCheck> => {
    const token = bearerOf(authorization);
    if (token === null) return refused('no bearer token');
    const verified = await verify(token, rules, keys);
    if ('refusal' in verified) return verified;
    const activity = readActivity(body);
    if (activity === null) return { refusal: 'not-an-activity', reason: 'the body is no activity' };
    return checkActivity(activity, verified.claims, rules);
  };
}

async function verify(
  token: string,
  { botId, now }: InboundRules,
  keys: ConnectorKeys,
): Promise<{ claims: JWTPayload } | Exclude<InboundCheck, VerifiedActivity>> {
  try {
    const signer = await signerOf(token, keys);
    if (signer === null) return refused('signed by none of the connector’s keys');
    if (!signer.endorsements.includes(channel)) return refused('the key is not endorsed for Teams');
    const { payload } = await jwtVerify(token, signer.key, {
      algorithms: ['RS256'],
      issuer,
      audience: botId,
      clockTolerance: clockToleranceS,
      currentDate: new Date(now()),
      requiredClaims: ['exp', 'serviceurl'],
    });
    // jose takes a list that has our id in it; the connector writes for one bot.
    return payload.aud === botId ? { claims: payload } : refused('for several audiences');
  } catch (error) {
    if (error instanceof KeysUnavailable) return { refusal: 'unavailable', reason: error.message };
    if (error instanceof errors.JOSEError || error instanceof TypeError) return refused(reasonOf(error));
    throw error;
  }
}

/** jose throws a TypeError for what is no token at all. */
function reasonOf(error: Error): string {
  return error instanceof errors.JOSEError ? error.code : 'not a token';
}

function signerOf(token: string, keys: ConnectorKeys): Promise<ConnectorKey | null> {
  const { alg, kid } = decodeProtectedHeader(token);
  if (alg !== 'RS256' || typeof kid !== 'string') return Promise.resolve(null);
  return keys.find(kid);
}

function checkActivity(activity: InboundActivity, claims: JWTPayload, rules: InboundRules): InboundCheck {
  const signed = readServiceUrl(claims['serviceurl'], rules.serviceHosts);
  const serviceUrl = readServiceUrl(activity.serviceUrl, rules.serviceHosts);
  if (signed === null || serviceUrl === null) return refused('the service address is of no known host');
  if (signed !== serviceUrl) return refused('signed for another service address');
  if (activity.channelId !== channel) return refused('not a Teams activity');
  const tenantId = tenantOf(activity);
  if (tenantId === null) return refused('it names no tenant, or two');
  if (!rules.isAllowedTenant(tenantId)) {
    return { refusal: 'tenant-not-allowed', reason: 'tenant not admitted' };
  }
  return { activity, serviceUrl, tenantId };
}

function bearerOf(authorization = ''): string | null {
  const [, token] = /^bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization) ?? [];
  return token === undefined || token.length > longestToken ? null : token;
}

function refused(reason: string): { refusal: 'token-refused'; reason: string } {
  return { refusal: 'token-refused', reason };
}
