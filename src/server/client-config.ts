import type { ClientConfig } from '../shared/api/client-config.ts';
import { forTenant, tenantWideConsentPage, type Cloud } from './config/cloud.ts';

export interface Installation {
  clientId: string;
  publicUrl: string;
  /** The one tenant that is admitted: its people sign on there, so that our application may be single-tenant. */
  onlyTenant: string | null;
}

/**
 * What the bundle is told about this installation. MSAL accepts an authority by its https name alone and asks the
 * network who that is, unless the metadata is given: a cloud of its own gives it.
 */
export function clientConfigOf(cloud: Cloud, given: Installation): ClientConfig {
  const { clientId, publicUrl } = given;
  const ofEveryTenant = (address: string) => forTenant(address, given.onlyTenant ?? 'organizations');
  const login = new URL(ofEveryTenant(cloud.authorize));
  const isKnown = cloud.name !== 'custom';
  return {
    clientId,
    scope: `api://${new URL(publicUrl).host}/${clientId}/access_as_user`,
    hostOrigins: [...cloud.hostOrigins],
    authority: `https://${login.host}/${given.onlyTenant ?? 'organizations'}`,
    authorityMetadata: isKnown
      ? null
      : {
          // MSAL's own placeholder for "whichever tenant signs on".
          issuer: cloud.issuer.replaceAll('{tenant}', given.onlyTenant ?? '{tenantid}'),
          authorization_endpoint: login.href,
          token_endpoint: ofEveryTenant(cloud.token),
          end_session_endpoint: ofEveryTenant(cloud.endSession ?? cloud.authorize),
          jwks_uri: ofEveryTenant(cloud.jwks),
        },
    adminConsent: `${tenantWideConsentPage(cloud)}?client_id={client}`,
    redirectUris: redirectUrisOf(publicUrl),
    portal: cloud.portal,
  };
}

/** Where Microsoft sends people back to: from a consent, from a mailbox sign-in, and to LEGAL 365 on the desktop. */
export const redirectUrisOf = (publicUrl: string): ClientConfig['redirectUris'] => ({
  consent: `${publicUrl}/auth/consent/callback`,
  mailbox: `${publicUrl}/auth/mailbox/callback`,
  desktop: 'http://localhost:50993/authorize/',
});
