import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIPv4 } from 'node:net';

export interface CertificateRequest {
  /** DNS names. */
  names: readonly string[];
  /** IPv4 addresses. */
  addresses?: readonly string[];
  validFrom?: Date;
  validTo?: Date;
}

/** Certificate and private key in PEM. */
export interface IssuedCertificate {
  certificate: string;
  key: string;
}

export interface Authority {
  /** In PEM, for the `ca` of whoever is to trust it. */
  certificate: string;
  issue(request: CertificateRequest): IssuedCertificate;
}

const day = 86_400_000;

/** A certificate authority for one test. Node has no call that makes certificates, so they are written here (RFC 5280). */
export function createAuthority(): Authority {
  const { privateKey } = newKey();
  // Two of one name would differ by their key alone, which OpenSSL reports as a broken signature.
  const name = `Test authority ${randomBytes(4).toString('hex')}`;
  const certificate = certificateOf({
    subject: name,
    issuer: name,
    key: privateKey,
    signedBy: privateKey,
    extensions: [extension('2.5.29.19', der(0x30, der(0x01, Buffer.from([0xff]))))],
  });
  return {
    certificate,
    issue: (request) => {
      const { privateKey: key } = newKey();
      const signed = { subject: 'Test server', issuer: name, key, signedBy: privateKey };
      return { certificate: serverCertificate(signed, request), key: pem(key) };
    },
  };
}

/** A certificate that vouches for itself. */
export function selfSigned(request: CertificateRequest): IssuedCertificate {
  const { privateKey: key } = newKey();
  const signed = { subject: 'Self', issuer: 'Self', key, signedBy: key };
  return { certificate: serverCertificate(signed, request), key: pem(key) };
}

interface Signed {
  subject: string;
  issuer: string;
  key: KeyObject;
  signedBy: KeyObject;
}

function serverCertificate(
  signed: Signed,
  { names, addresses = [], ...validity }: CertificateRequest,
): string {
  const alternatives = [
    ...names.map((name) => der(0x82, Buffer.from(name, 'ascii'))),
    ...addresses.filter(isIPv4).map((address) => der(0x87, Buffer.from(address.split('.').map(Number)))),
  ];
  return certificateOf({
    ...signed,
    ...validity,
    extensions: [extension('2.5.29.17', der(0x30, ...alternatives))],
  });
}

function certificateOf(given: Signed & { extensions: Buffer[]; validFrom?: Date; validTo?: Date }): string {
  const { validFrom = new Date(Date.now() - day), validTo = new Date(Date.now() + day) } = given;
  const ecdsaWithSha256 = der(0x30, objectIdentifier('1.2.840.10045.4.3.2'));
  const toBeSigned = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))), // version 3
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ecdsaWithSha256,
    nameOf(given.issuer),
    der(0x30, time(validFrom), time(validTo)),
    nameOf(given.subject),
    createPublicKey(given.key).export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, ...given.extensions)),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', toBeSigned, given.signedBy)]);
  const base64 = der(0x30, toBeSigned, ecdsaWithSha256, der(0x03, signature)).toString('base64');
  const lines = base64.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

function newKey(): { privateKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
}

function pem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }) as string;
}

function nameOf(commonName: string): Buffer {
  const attribute = der(0x30, objectIdentifier('2.5.4.3'), der(0x0c, Buffer.from(commonName, 'utf8')));
  return der(0x30, der(0x31, attribute));
}

function extension(id: string, value: Buffer): Buffer {
  return der(0x30, objectIdentifier(id), der(0x04, value));
}

function time(date: Date): Buffer {
  const digits = date.toISOString().replace(/\D/g, '').slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`, 'ascii'));
}

/** One value of ASN.1: tag, length, content. */
function der(tag: number, ...content: Buffer[]): Buffer {
  const value = Buffer.concat(content);
  const length = value.length;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), value]);
  const octets = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...octets]), value]);
}

function objectIdentifier(id: string): Buffer {
  const [first = 0, second = 0, ...rest] = id.split('.').map(Number);
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): number[] {
  const digits = [value & 0x7f];
  for (let left = value >> 7; left > 0; left >>= 7) digits.unshift((left & 0x7f) | 0x80);
  return digits;
}
