import { importJWK, type CryptoKey, type JWK } from 'jose';
import type { HttpExchange } from '../http/exchange.ts';

/** A key of the Bot Connector, and the channels it may speak for. */
export interface ConnectorKey {
  key: CryptoKey;
  endorsements: readonly string[];
}

export interface ConnectorKeys {
  /** Null when the connector has no such key. @throws KeysUnavailable when the keys cannot be fetched. */
  find(keyId: string): Promise<ConnectorKey | null>;
}

export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

type Fetched = ReadonlyMap<string, JWK & { endorsements?: unknown }>;

/** Microsoft: "Authenticate requests from the Bot Connector service to your bot", keys are good for a day. */
const freshForMs = 24 * 3600_000;
/** An unknown key id may be a new key; asked again no more often, since anybody can name unknown ones. */
const askAgainAfterMs = 60_000;
const mostKeys = 100;

/**
 * The connector's keys by its OpenID metadata, kept for a day. Known keys stay good while the address is down; an unknown
 * key id asks again, once a minute at most. `now` in milliseconds since 1970.
 */
export function createConnectorKeys(
  exchange: HttpExchange,
  openIdMetadata: string,
  now: () => number,
): ConnectorKeys {
  let known: Fetched | null = null;
  let fetchedAt = -Infinity;
  let askedAt = -Infinity;
  let asking: Promise<void> | null = null;

  const ask = async () => {
    askedAt = now();
    known = await fetchKeys(exchange, openIdMetadata);
    fetchedAt = now();
  };
  const askOnce = () => (asking ??= ask().finally(() => (asking = null)));

  return {
    async find(keyId) {
      const isWanting = !known?.has(keyId) || now() - fetchedAt > freshForMs;
      if (known === null || (isWanting && now() - askedAt > askAgainAfterMs)) {
        await askOnce().catch((error: unknown) => {
          if (known === null) throw error;
        });
      }
      const jwk = known?.get(keyId);
      return jwk === undefined ? null : toKey(jwk);
    },
  };
}

async function toKey(jwk: JWK & { endorsements?: unknown }): Promise<ConnectorKey> {
  const key = (await importJWK(jwk, 'RS256')) as CryptoKey;
  const { endorsements } = jwk;
  return { key, endorsements: Array.isArray(endorsements) ? endorsements.filter(isText) : [] };
}

async function fetchKeys(exchange: HttpExchange, openIdMetadata: string): Promise<Fetched> {
  const { jwks_uri: address } = (await getJson(exchange, openIdMetadata)) as { jwks_uri?: unknown };
  if (!isText(address)) throw new KeysUnavailable('the metadata name no keys');
  const { keys } = (await getJson(exchange, address)) as { keys?: unknown };
  if (!Array.isArray(keys)) throw new KeysUnavailable('the answer is no key set');
  const usable = (keys as unknown[]).slice(0, mostKeys).filter(isRsaKey);
  return new Map(usable.map((key) => [key.kid, key]));
}

async function getJson(exchange: HttpExchange, url: string): Promise<object> {
  try {
    const { status, body } = await exchange(url, { method: 'GET', headers: { accept: 'application/json' } });
    const parsed: unknown = status === 200 ? JSON.parse(body) : null;
    if (typeof parsed === 'object' && parsed !== null) return parsed;
  } catch (error) {
    throw new KeysUnavailable('the keys of the connector cannot be fetched', { cause: error });
  }
  throw new KeysUnavailable('the keys of the connector cannot be fetched');
}

function isRsaKey(value: unknown): value is JWK & { kid: string } {
  if (typeof value !== 'object' || value === null) return false;
  const { kid, kty } = value as JWK;
  return isText(kid) && kty === 'RSA';
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
