import { refusalOfReply } from '../../protocols/http/index.ts';
import type { Check } from '../check.ts';
import { NotChecked } from '../outcome.ts';
import { describeRefusal } from '../describe-refusal.ts';
import { readJsonObject } from '../read-json.ts';
import { decodeToken, type TenantUnderCheck } from '../tenant-under-check.ts';
import { commonKeyIds } from './metadata-checks.ts';

const issued = 'a token';
const readable = 'it can be decoded, and its rights are a list or missing';
const inTime = '60 to 90 minutes';
const fields = 'token_type Bearer, expires_in and access_token, no refresh_token';
const claimsExpected = 'aud, tid, appid, idtyp and ver as assumed';
const knownKey = 'a key of the common set';

/** "OAuth 2.0 client credentials flow" and "Access token claims reference", with the firm's registration. */
export const appTokenChecks: readonly Check[] = [
  {
    id: 'app-token',
    assumption: 'The registration gets an app-only token for Graph with its secret and the scope .default.',
    expected: [issued],
    async look(tenant) {
      await tenant.appToken();
      return { seen: issued };
    },
  },
  {
    id: 'app-token-fields',
    assumption: 'The answer holds a bearer token and its life, and never a refresh token.',
    expected: [fields],
    look: lookAtFields,
  },
  {
    id: 'app-token-lifetime',
    assumption: 'An app-only token lasts 60 to 90 minutes.',
    expected: [inTime],
    async look(tenant) {
      const { issuedAt, expiresAt } = await tenant.appToken();
      const minutes = (expiresAt - issuedAt) / 60_000;
      // Entra takes off the second it needed itself: 3599 is what most answers say.
      return { seen: minutes > 59 && minutes < 91 ? inTime : `${minutes.toFixed(1)} minutes` };
    },
  },
  {
    id: 'app-token-readable',
    assumption: "Graph's token can be decoded and names its rights in roles.",
    expected: [readable],
    async look(tenant) {
      const { rights } = await tenant.appToken();
      return { seen: rights === null ? 'it cannot be decoded, or roles is no list' : readable };
    },
  },
  {
    id: 'app-token-claims',
    assumption:
      "The token's audience is Graph as the cloud definition names it; directory and application stand in it.",
    expected: [claimsExpected],
    look: lookAtClaims,
  },
  {
    id: 'app-token-key',
    assumption: 'The token is signed with a key of the common set.',
    expected: [knownKey],
    async look(tenant) {
      const { header } = decodeToken((await tenant.appToken()).accessToken);
      const known = (await commonKeyIds(tenant)).includes(String(header['kid']));
      return { seen: known ? knownKey : `key ${String(header['kid'])}, which is not in it` };
    },
  },
  {
    id: 'app-token-without-consent',
    assumption: 'A registration without consent gets a token too, one without roles.',
    expected: ['a token without roles'],
    async look(tenant) {
      const { rights } = await tenant.appToken();
      if (rights?.length !== 0) throw new NotChecked('this registration has consented rights');
      return { seen: 'a token without roles' };
    },
  },
];

async function lookAtFields(tenant: TenantUnderCheck) {
  await tenant.appToken();
  const reply = await tenant.postForToken();
  if (reply.status !== 200) {
    return describeRefusal(refusalOfReply(reply), 'entra', 'app-token', tenant.now());
  }
  const answer = readJsonObject(reply.body);
  if (typeof answer['access_token'] === 'string') tenant.secrets.add(answer['access_token']);
  const asAssumed =
    answer['token_type'] === 'Bearer' &&
    typeof answer['expires_in'] === 'number' &&
    typeof answer['access_token'] === 'string' &&
    !('refresh_token' in answer);
  return { seen: asAssumed ? fields : `the fields ${Object.keys(answer).join(', ')}` };
}

async function lookAtClaims(tenant: TenantUnderCheck) {
  const { claims } = decodeToken((await tenant.appToken()).accessToken);
  const { cloud, directoryId, applicationId } = tenant.subject;
  const wanted: Record<string, unknown> = {
    aud: cloud.graphResource,
    tid: directoryId,
    appid: applicationId,
    idtyp: 'app',
    ver: '1.0',
  };
  const others = Object.entries(wanted).filter(([name, value]) => claims[name] !== value);
  const seen = others.map(([name]) => `${name} is ${JSON.stringify(claims[name] ?? null)}`).join(', ');
  return { seen: seen || claimsExpected };
}
