import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { forTenant } from './config/cloud.ts';
import type { Config } from './config/config.ts';
import type { Registrations } from './features/entity-registration/index.ts';
import type { LiveEvents } from './features/live-events/index.ts';
import {
  createGrantLeaseStore,
  createGrantStore,
  createTokenSeals,
  GrantRefresh,
  MailboxTokens,
  RegistrationRefusals,
  type MailTokenIssuer,
} from './features/mailbox-grants/index.ts';
import { mailRefreshScope } from './protocols/entra/index.ts';
import type { HttpExchange } from './protocols/http/index.ts';
import type { Encryption } from './storage/encryption/encryption.ts';
import type { Tables } from './storage/tables.ts';

export interface GrantPartsOptions {
  config: Config;
  db: Kysely<Tables>;
  encryption: Encryption;
  exchange: HttpExchange;
  registrations: Registrations;
  live: LiveEvents;
  now: () => number;
  log: Logger;
  /** Milliseconds until an answer of Microsoft must be complete. */
  answerWithinMs: number;
}

/** What mailboxes were granted, and where everything that opens one gets its token from. */
export function createGrantParts(options: GrantPartsOptions) {
  const { db, config, encryption, now, answerWithinMs } = options;
  const seals = createTokenSeals(encryption);
  const grants = createGrantStore(db, seals);
  const refusals = new RegistrationRefusals(now);
  const given = { ...options, store: grants, seals, refusals, leases: createGrantLeaseStore(db) };
  const refresh = new GrantRefresh({ ...given, issuer: mailTokenIssuerOf(config) });
  // A claim holds until an answer must have come, and as long again to store it.
  return { grants, mailTokens: new MailboxTokens({ ...given, refresh, leaseMs: 2 * answerWithinMs }) };
}

function mailTokenIssuerOf({ cloud }: Config): MailTokenIssuer {
  return {
    tokenEndpoint: (directoryId) => forTenant(cloud.token, directoryId),
    issuer: (directoryId) => forTenant(cloud.issuer, directoryId),
    resource: cloud.outlookResource,
    refreshScope: mailRefreshScope(cloud.outlookResource),
  };
}
