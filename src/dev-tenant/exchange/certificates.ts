import { createSecureContext, type SecureContext } from 'node:tls';

import { readJson, writePrivateJson } from '../directory/json-file.ts';
import type { UntrustedKind } from '../faults.ts';

interface KeyPair {
  /** Certificate and private key in PEM. */
  cert: string;
  key: string;
}

interface StoredCertificates {
  /** ISO time after which everything is made anew. */
  renewAfter: string;
  authority: { cert: string };
  trusted: KeyPair;
  untrusted: Record<UntrustedKind, KeyPair>;
}

/** The certificates of the mail hosts: one that the authority vouches for, and those that a client must refuse. */
export interface MailCertificates {
  /** The authority's certificate in PEM: what a client has to trust. */
  ca: string;
  /** @param kind which untrustworthy certificate to show; undefined for the good one */
  context(kind: UntrustedKind | undefined): SecureContext;
}

const day = 86_400_000;
const years = (count: number): number => count * 365 * day;

/** `localhost` in every form a client may dial. */
const localNames = [
  { type: 2, value: 'localhost' },
  { type: 7, ip: '127.0.0.1' },
  { type: 7, ip: '::1' },
] as const;

async function makeCertificates(now: number): Promise<StoredCertificates> {
  // Loaded when needed only: it takes a second that a tenant with stored certificates saves.
  const { generate } = await import('selfsigned');
  const dates = { notBeforeDate: new Date(now - day), notAfterDate: new Date(now + years(2)) };
  const common = { keyType: 'ec', algorithm: 'sha256', ...dates } as const;
  const toPair = ({ cert, private: key }: { cert: string; private: string }): KeyPair => ({ cert, key });
  const authority = toPair(
    await generate([{ name: 'commonName', value: 'Dev tenant mail authority' }], {
      ...common,
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      ],
    }),
  );
  const leaf = async (
    name: string,
    altNames: readonly ((typeof localNames)[number] | { type: 2; value: string })[],
    options: { notAfterDate?: Date; selfSigned?: boolean } = {},
  ): Promise<KeyPair> =>
    toPair(
      await generate([{ name: 'commonName', value: name }], {
        ...common,
        ...(options.notAfterDate && {
          notBeforeDate: new Date(now - 400 * day),
          notAfterDate: options.notAfterDate,
        }),
        ...(options.selfSigned ? {} : { ca: authority }),
        extensions: [
          { name: 'basicConstraints', cA: false, critical: true },
          { name: 'keyUsage', digitalSignature: true, critical: true },
          { name: 'extKeyUsage', serverAuth: true },
          { name: 'subjectAltName', altNames: [...altNames] },
        ],
      }),
    );
  return {
    renewAfter: new Date(now + years(1)).toISOString(),
    // Its key is thrown away: nothing more is ever signed.
    authority: { cert: authority.cert },
    trusted: await leaf('localhost', localNames),
    untrusted: {
      'self-signed': await leaf('localhost', localNames, { selfSigned: true }),
      expired: await leaf('localhost', localNames, { notAfterDate: new Date(now - 30 * day) }),
      'wrong-name': await leaf('mail.elsewhere.example', [{ type: 2, value: 'mail.elsewhere.example' }]),
    },
  };
}

/**
 * Reads the certificates from the file, or makes and saves new ones. They go by the machine's clock, which clients
 * compare them with, not by the tenant's.
 *
 * @param path absent: they live in memory only
 */
export async function openMailCertificates(path: string | undefined): Promise<MailCertificates> {
  const stored = path === undefined ? undefined : await readJson<StoredCertificates>(path);
  const current = stored && Date.parse(stored.renewAfter) > Date.now() ? stored : undefined;
  const certificates = current ?? (await makeCertificates(Date.now()));
  if (!current && path !== undefined) await writePrivateJson(path, certificates);
  const contexts = new Map<UntrustedKind | undefined, SecureContext>();
  return {
    ca: certificates.authority.cert,
    context: (kind) => {
      const known = contexts.get(kind);
      if (known) return known;
      const { cert, key } = kind === undefined ? certificates.trusted : certificates.untrusted[kind];
      // POP3 and IMAP4 of Exchange Online refuse TLS 1.0 and 1.1 (message center MC1293480).
      const context = createSecureContext({ cert, key, minVersion: 'TLSv1.2' });
      contexts.set(kind, context);
      return context;
    },
  };
}
