import * as z from 'zod';
import type { Cloud } from './cloud.ts';

const longest = 2000;

function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text.replaceAll('{tenant}', 'tenant'))) return false;
  const url = new URL(text.replaceAll('{tenant}', 'tenant'));
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.hash === '';
}

const address = z
  .string()
  .max(longest)
  .refine(isPlainAddress, 'must be an http or https address without user name and fragment')
  .transform((text) => text.replace(/\/+$/, ''));
const tenantAddress = address.refine((text) => text.includes('{tenant}'), 'must contain {tenant}');
// They go into a Content-Security-Policy header, so nothing that could end a directive is let in.
const source = z
  .string()
  .regex(/^https?:\/\/[a-z0-9*.[\]:-]+$/i, 'must be an origin such as https://teams.microsoft.com');
const sources = z.array(source).max(100).default([]);
const mailHost = z.strictObject({
  host: z.string().min(1).max(255),
  port: z.int().min(1).max(65535),
  ca: z.string().max(100_000).optional(),
});

/** `CLOUD_ENDPOINTS`: the addresses of a cloud that is none of Microsoft's, first of all the dev tenant. */
const cloudEndpoints = z.strictObject({
  issuer: tenantAddress,
  authorize: tenantAddress,
  token: tenantAddress,
  endSession: address.nullable().default(null),
  adminConsent: tenantAddress,
  jwks: address,
  graph: address,
  graphResource: address.default('https://graph.microsoft.com'),
  outlookResource: address.default('https://outlook.office.com'),
  pop: mailHost.nullable().default(null),
  smtp: mailHost.nullable().default(null),
  bot: z
    .strictObject({
      openIdMetadata: address,
      tokenUrl: address,
      serviceHosts: z.array(z.string().max(255)).max(20),
    })
    .nullable()
    .default(null),
  portal: z.strictObject({ entra: address, microsoft365: address, exchange: address }).default({
    entra: 'https://entra.microsoft.com',
    microsoft365: 'https://admin.microsoft.com',
    exchange: 'https://admin.exchange.microsoft.com',
  }),
  hostOrigins: sources,
  frameAncestors: sources,
  officeJs: address.nullable().default(null),
});

/** Reads `CLOUD_ENDPOINTS`: the cloud, or one sentence for each thing wrong with it. */
export function parseCustomCloud(json: string): { cloud: Cloud } | { problems: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { problems: ['CLOUD_ENDPOINTS is not JSON.'] };
  }
  const parsed = cloudEndpoints.safeParse(value);
  if (parsed.success) return { cloud: { name: 'custom', ...parsed.data } };
  return {
    problems: parsed.error.issues.map(
      (issue) => `CLOUD_ENDPOINTS, ${issue.path.join('.') || 'whole'}: ${issue.message}.`,
    ),
  };
}
