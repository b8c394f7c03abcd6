import type { HostData, HostUser } from '../host-data.ts';
import type { HostSettings } from './settings.ts';

/** The SDK version that the host claims to support; teams-js compares it for old hosts only. */
export const hostSdkVersion = '2.0.1';

/**
 * The fourth value of the answer to `initialize`: what this host can do, as Teams describes itself to teams-js 2.58.
 * It has to be the fourth, after the SDK version: the bridge for nested app authentication is built from the fourth alone.
 */
export function hostRuntime(settings: HostSettings): string {
  return JSON.stringify({
    apiVersion: 4,
    isLegacyTeams: false,
    isNAAChannelRecommended: settings.nestedAppAuth,
    supports: {
      app: { notifySuccessResponse: {} },
      pages: { config: {}, backStack: {}, currentApp: {} },
      ...(settings.nestedAppAuth && { nestedAppAuth: {} }),
    },
  });
}

/** The flat context that answers `getContext`; teams-js itself turns it into the nested one. */
export function hostContext(
  data: HostData,
  user: HostUser,
  settings: HostSettings,
  sessionId: string,
): object {
  return {
    hostName: 'Teams',
    hostClientType: 'web',
    ringId: 'general',
    sessionId,
    appSessionId: sessionId,
    frameContext: 'content',
    entityId: 'connect',
    ...(settings.sub !== '' && { subEntityId: settings.sub }),
    locale: settings.locale.toLowerCase(),
    theme: settings.theme,
    userObjectId: user.id,
    tid: user.tenantId,
    upn: user.userPrincipalName,
    userPrincipalName: user.userPrincipalName,
    loginHint: user.userPrincipalName,
    userDisplayName: user.displayName,
    appId: data.clientId,
    hostAncestors: [window.location.origin],
  };
}
