import { isIPv4 } from 'node:net';
import type { Cloud } from './cloud.ts';

/** Whether a host name or address, with or without the brackets of a URL, can only be this machine. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '::1' ||
    name.startsWith('::ffff:127.') ||
    // URL turns ::ffff:127.0.0.1 into ::ffff:7f00:1.
    name.startsWith('::ffff:7f') ||
    (isIPv4(name) && name.startsWith('127.'))
  );
}

/** Names of the cloud's endpoints that are unencrypted or on this machine: no cloud that a network may be given to. */
export function unsafeEndpoints(cloud: Cloud): string[] {
  const { issuer, authorize, token, endSession, adminConsent, jwks, graph, bot, pop, smtp, officeJs } = cloud;
  const addresses = {
    ...{ issuer, authorize, token, endSession, adminConsent, jwks, graph, officeJs },
    'bot.openIdMetadata': bot?.openIdMetadata,
    'bot.tokenUrl': bot?.tokenUrl,
  };
  const hosts = { pop: pop?.host, smtp: smtp?.host };
  return [
    ...Object.entries(addresses).filter(
      ([, address]) => typeof address === 'string' && !isSafe(new URL(address)),
    ),
    ...Object.entries(hosts).filter(([, host]) => host !== undefined && isLoopback(host)),
  ].map(([name]) => name);
}

function isSafe(url: URL): boolean {
  return url.protocol === 'https:' && !isLoopback(url.hostname);
}
