/** The switches of the dev tenant, by the names of the public contract. */
export const faultNames = [
  'secret-wrong',
  'secret-expired',
  'app-not-found',
  'app-disabled',
  'tenant-not-found',
  'app-config-wrong',
  'consent-missing',
  'admin-approval-needed',
  'user-declined',
  'redirect-mismatch',
  'secret-policy',
  'mfa-required',
  'conditional-access',
  'refresh-token-expired',
  'grant-revoked',
  'user-disabled',
  'user-not-assigned',
  'cae-challenge',
  'permission-missing',
  'write-refused',
  'rbac-scope',
  'policy-restricts-mailbox',
  'mailbox-missing',
  'mailbox-full',
  'smtp-auth-disabled-tenant',
  'smtp-auth-disabled-mailbox',
  'shared-smtp-sign-in',
  'auth-policy-blocked',
  'pop-disabled-or-no-licence',
  'send-as-denied',
  'sending-blocked',
  'send-limit-exceeded',
  'too-many-connections',
  'message-too-large',
  'recipient-rejected',
  'starttls-missing',
  'tls-untrusted',
  'pipelining',
  'throttled',
  'service-unavailable',
  'timeout',
  'connection-dropped',
  'proxy-blocked',
  'latency',
  'token-wrong-audience',
  'propagation-delay',
  'key-rollover',
  'single-use-refresh-tokens',
] as const;
export type FaultName = (typeof faultNames)[number];

export const faultPlaces = ['entra', 'graph', 'pop3', 'smtp', 'bot'] as const;
export type FaultPlace = (typeof faultPlaces)[number];

/** What is wrong with the certificate that a mail host shows. */
export const untrustedKinds = ['self-signed', 'expired', 'wrong-name'] as const;
export type UntrustedKind = (typeof untrustedKinds)[number];

export interface FaultSettings {
  on: boolean;
  module?: string;
  access?: 'all' | 'write';
  address?: string;
  addresses?: string[];
  where?: FaultPlace;
  /** When a connection drops: `connect`, `tls`, `greeting`, a command such as `retr`, or `message` (SMTP). */
  stage?: string;
  /** What is wrong with a certificate. */
  kind?: UntrustedKind;
  /** Largest message that is taken. */
  bytes?: number;
  status?: number;
  retryAfterSeconds?: number;
  seconds?: number;
  ms?: number;
  graceSeconds?: number;
  /** Longest life of a new secret; without it none may be made at all. */
  maxDays?: number;
  /** Narrows a fault of a registration to one application; without it every one but the tab's own is meant. */
  appId?: string;
}

/** Which faults are on. One setting a name; switching one on again replaces its parameters. */
export class Faults {
  readonly #on = new Map<FaultName, FaultSettings>();

  set(name: FaultName, settings: FaultSettings): void {
    if (settings.on) this.#on.set(name, settings);
    else this.#on.delete(name);
  }

  /** The parameters of a fault that is on, or undefined. */
  get(name: FaultName): FaultSettings | undefined {
    return this.#on.get(name);
  }

  /** The parameters of a fault that is on at this place; a fault without a place holds everywhere. */
  at(name: FaultName, place: FaultPlace): FaultSettings | undefined {
    const settings = this.#on.get(name);
    return settings && (settings.where === undefined || settings.where === place) ? settings : undefined;
  }

  reset(): void {
    this.#on.clear();
  }

  list(): Record<string, FaultSettings> {
    return Object.fromEntries(faultNames.map((name) => [name, this.#on.get(name) ?? { on: false }]));
  }
}
