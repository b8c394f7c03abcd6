import type { MailHost, MailHosts } from './exchange/exchange.ts';

/** The dev tenant as a cloud definition, in the form of the product's `CLOUD_ENDPOINTS`; `{tenant}` is filled in later. */
export interface TenantCloudEndpoints {
  issuer: string;
  authorize: string;
  token: string;
  endSession: string;
  adminConsent: string;
  jwks: string;
  graph: string;
  pop?: MailHost;
  smtp?: MailHost;
  portal: { entra: string; microsoft365: string; exchange: string };
}

/** Where the admin center takes the answer of an admin consent it has asked for. */
export const adminCenterAnswer = (url: string): string => `${url}/portal/entra/TokenAuthorize`;

export function cloudEndpoints(url: string, mailHosts?: MailHosts): TenantCloudEndpoints {
  return {
    issuer: `${url}/{tenant}/v2.0`,
    authorize: `${url}/{tenant}/oauth2/v2.0/authorize`,
    token: `${url}/{tenant}/oauth2/v2.0/token`,
    endSession: `${url}/{tenant}/oauth2/v2.0/logout`,
    adminConsent: `${url}/{tenant}/v2.0/adminconsent`,
    // One key set serves every tenant, so a verifier needs to fetch only one.
    jwks: `${url}/common/discovery/v2.0/keys`,
    graph: `${url}/graph`,
    ...mailHosts,
    portal: {
      entra: `${url}/portal/entra`,
      microsoft365: `${url}/portal/microsoft365`,
      exchange: `${url}/portal/exchange`,
    },
  };
}
