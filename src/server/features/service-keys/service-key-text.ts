import { crc32 } from 'node:zlib';

/** What the text of a key says. The tenant is part of it, because every row is reached through its tenant. */
export interface ServiceKeyParts {
  /** GUID in lower case. */
  tenantId: string;
  keyId: string;
  /** 32 random bytes. */
  secret: Buffer;
}

export const secretBytes = 32;

const shape = /^l365_([\w-]{22})_([\w-]{22})_([\w-]{43})_[\w-]{6}$/;

/** `l365_<tenant>_<key id>_<secret>_<checksum>`, 101 characters; each part is base64url (RFC 4648, section 5). */
export function formatServiceKey({ tenantId, keyId, secret }: ServiceKeyParts): string {
  const text = ['l365', textOfGuid(tenantId), textOfGuid(keyId), secret.toString('base64url')].join('_');
  return `${text}_${checksumOf(text)}`;
}

/** The parts of a whole key; null for a text that was cut, mistyped or never was one. */
export function parseServiceKey(text: string): ServiceKeyParts | null {
  const [, tenant, key, secret] = shape.exec(text) ?? [];
  if (tenant === undefined || key === undefined || secret === undefined) return null;
  const parts = {
    tenantId: guidOf(tenant),
    keyId: guidOf(key),
    secret: Buffer.from(secret, 'base64url'),
  };
  // Also refuses a second spelling: base64url leaves bits over that decoders ignore.
  return formatServiceKey(parts) === text ? parts : null;
}

/** CRC-32 finds every changed or swapped neighbouring character; it guards against accidents, the secret against people. */
function checksumOf(text: string): string {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(text));
  return sum.toString('base64url');
}

function textOfGuid(guid: string): string {
  return Buffer.from(guid.replaceAll('-', ''), 'hex').toString('base64url');
}

function guidOf(text: string): string {
  const hex = Buffer.from(text, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
