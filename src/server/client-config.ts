import type { ClientConfig } from '../shared/api/client-config.ts';
import { forTenant, type Cloud } from './config/cloud.ts';

/**
 * What the bundle is told about this installation. MSAL accepts an authority by its https name alone and asks the
 * network who that is, unless the metadata is given: a cloud of its own gives it.
 */
export function clientConfigOf(cloud: Cloud, clientId: string, publicUrl: string): ClientConfig {
  const ofEveryTenant = (address: string) => forTenant(address, 'organizations');
  const login = new URL(ofEveryTenant(cloud.authorize));
  const isKnown = cloud.name !== 'custom';
  return {
    clientId,
    scope: `api://${new URL(publicUrl).host}/${clientId}/access_as_user`,
    hostOrigins: [...cloud.hostOrigins],
    authority: `https://${login.host}/organizations`,
    authorityMetadata: isKnown
      ? null
      : {
          issuer: cloud.issuer.replaceAll('{tenant}', '{tenantid}'),
          authorization_endpoint: login.href,
          token_endpoint: ofEveryTenant(cloud.token),
          end_session_endpoint: ofEveryTenant(cloud.endSession ?? cloud.authorize),
          jwks_uri: ofEveryTenant(cloud.jwks),
        },
    portal: cloud.portal,
  };
}
