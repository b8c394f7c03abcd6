import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { forTenant } from '../../config/cloud.ts';
import { refusalOfReply, type HttpReply } from '../../protocols/http/index.ts';
import type { Check } from '../check.ts';
import { NotChecked } from '../outcome.ts';
import { describeRefusal } from '../describe-refusal.ts';
import { readJsonObject } from '../read-json.ts';
import type { TenantUnderCheck } from '../tenant-under-check.ts';

const metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  end_session_endpoint: z.string(),
  jwks_uri: z.string(),
});
const keySet = z.object({ keys: z.array(z.object({ kid: z.string(), kty: z.string() })) });

const addressesEqual =
  'issuer, authorize, token and sign-out addresses and the host of the keys as configured';
const sameKeys = 'every key of the directory is an RSA key of the common set';
const openToAll = 'Access-Control-Allow-Origin: *';

/** What Entra publishes about a directory ("OpenID Connect on the Microsoft identity platform"). */
export const metadataChecks: readonly Check[] = [
  {
    id: 'openid-metadata',
    assumption: "The directory's OpenID metadata names the addresses of the cloud definition.",
    expected: [addressesEqual],
    async look(tenant) {
      const { cloud } = tenant.subject;
      const found = readAs(metadata, await tenant.ask(metadataAddress(tenant)));
      const pairs: [name: string, found: string, configured: string | null][] = [
        ['issuer', found.issuer, cloud.issuer],
        ['authorize', found.authorization_endpoint, cloud.authorize],
        ['token', found.token_endpoint, cloud.token],
        ['endSession', found.end_session_endpoint, cloud.endSession],
      ];
      const others = pairs.filter(([, address, configured]) =>
        configured === null ? false : address !== tenant.inDirectory(configured),
      );
      const differences = others.map(([name, address]) => `${name} is ${address}`);
      if (originOf(found.jwks_uri) !== originOf(cloud.jwks)) differences.push(`jwks is ${found.jwks_uri}`);
      return { seen: differences.join(', ') || addressesEqual };
    },
  },
  {
    id: 'keys-shared',
    assumption: 'One key set, that of /common, serves every directory.',
    expected: [sameKeys],
    async look(tenant) {
      const { jwks_uri } = readAs(metadata, await tenant.ask(metadataAddress(tenant)));
      const { keys } = readAs(keySet, await tenant.ask(jwks_uri));
      const common = await commonKeyIds(tenant);
      const strangers = keys.filter(({ kid, kty }) => kty !== 'RSA' || !common.includes(kid));
      const seen = strangers.map(({ kid, kty }) => `${kid} (${kty})`).join(', ');
      return { seen: keys.length === 0 ? 'no keys' : seen ? `not in the common set: ${seen}` : sameKeys };
    },
  },
  {
    id: 'metadata-cors',
    assumption: 'Pages of any origin may read the metadata, which the sign-on library in the tab relies on.',
    expected: [openToAll],
    async look(tenant) {
      const reply = await tenant.ask(metadataAddress(tenant), {
        headers: { origin: 'https://another-origin.example' },
      });
      const origin = reply.headers['access-control-allow-origin'];
      return { seen: `Access-Control-Allow-Origin: ${origin ?? 'none'}` };
    },
  },
  {
    id: 'metadata-unknown-directory',
    assumption: 'Metadata of a directory that does not exist are refused with 90002.',
    expected: [
      '400 invalid_tenant AADSTS90002, read as tenant-not-found',
      '400 invalid_request AADSTS90002, read as tenant-not-found',
    ],
    async look(tenant) {
      const url = `${forTenant(tenant.subject.cloud.issuer, randomUUID())}/.well-known/openid-configuration`;
      const refusal = refusalOfReply(await tenant.ask(url));
      return describeRefusal(refusal, 'entra', 'app-token', tenant.now());
    },
  },
];

function originOf(address: string): string | undefined {
  return URL.parse(address)?.origin;
}

function metadataAddress(tenant: TenantUnderCheck): string {
  return `${tenant.inDirectory(tenant.subject.cloud.issuer)}/.well-known/openid-configuration`;
}

/** Ids of the keys that the server verifies the tab's tokens with. */
export async function commonKeyIds(tenant: TenantUnderCheck): Promise<string[]> {
  const { keys } = readAs(keySet, await tenant.ask(forTenant(tenant.subject.cloud.jwks, 'common')));
  return keys.map(({ kid }) => kid);
}

function readAs<T>(schema: z.ZodType<T>, { status, body }: HttpReply): T {
  const parsed = schema.safeParse(readJsonObject(body));
  if (status === 200 && parsed.success) return parsed.data;
  throw new NotChecked(`${status}, and not the document that was asked for`);
}
