export interface MailHost {
  host: string;
  port: number;
  /** Certificate authority in PEM when the host's certificate does not come from a public one. */
  ca?: string | undefined;
}

/** Endpoints of the Bot Framework in this cloud. */
export interface BotEndpoints {
  openIdMetadata: string;
  tokenUrl: string;
  /** Hosts that the bot may send to, whatever an activity says. */
  serviceHosts: readonly string[];
}

/**
 * One Microsoft cloud as plain addresses, none with a slash at its end.
 * In the identity addresses `{tenant}` stands for the directory id; see `forTenant`.
 */
export interface Cloud {
  name: string;
  issuer: string;
  authorize: string;
  token: string;
  endSession: string | null;
  adminConsent: string;
  jwks: string;
  /** Address of Graph without a version: `{graph}/v1.0/$batch`. */
  graph: string;
  /** What a token for Graph names as its resource: `{graphResource}/.default`. */
  graphResource: string;
  /** What a token for POP3 and SMTP names as its resource: `{outlookResource}/POP.AccessAsUser.All`. */
  outlookResource: string;
  pop: MailHost | null;
  smtp: MailHost | null;
  bot: BotEndpoints | null;
  portal: { entra: string; microsoft365: string; exchange: string };
  /** Origins of Microsoft 365 pages whose messages the tab trusts; `*` stands for one label, as teams-js reads it. */
  hostOrigins: readonly string[];
  /** Sources for the CSP directive frame-ancestors. */
  frameAncestors: readonly string[];
  /** Address of office.js for the Outlook pane. */
  officeJs: string | null;
}

/**
 * The consent page that asks for everything the registration lists, and needs no redirect URI: the form without a version
 * (Microsoft: "Tenant-wide admin consent"). The address holds `{tenant}` still.
 */
export function tenantWideConsentPage({ adminConsent }: Pick<Cloud, 'adminConsent'>): string {
  return adminConsent.replace('/v2.0/', '/');
}

/** The address for one directory. The id is escaped, so that it cannot leave its place in the path. */
export function forTenant(address: string, tenantId: string): string {
  return address.replaceAll('{tenant}', encodeURIComponent(tenantId));
}
