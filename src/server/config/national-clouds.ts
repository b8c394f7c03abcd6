import type { Cloud } from './cloud.ts';

/**
 * Identity endpoints of a login host.
 * Source: "Microsoft Entra authentication & national clouds" and the v2.0 discovery document.
 */
function identity(login: string) {
  return {
    issuer: `${login}/{tenant}/v2.0`,
    authorize: `${login}/{tenant}/oauth2/v2.0/authorize`,
    token: `${login}/{tenant}/oauth2/v2.0/token`,
    endSession: `${login}/{tenant}/oauth2/v2.0/logout`,
    adminConsent: `${login}/{tenant}/v2.0/adminconsent`,
    jwks: `${login}/{tenant}/discovery/v2.0/keys`,
  };
}

/** Pages that may frame the tab are the ones whose messages it trusts. Source: list of valid origins in teams-js 2.58. */
function hosts(...names: string[]) {
  const origins = names.map((name) => `https://${name}`);
  return { hostOrigins: origins, frameAncestors: origins };
}

function mail(pop: string, smtp: string) {
  return { pop: { host: pop, port: 995 }, smtp: { host: smtp, port: 587 } };
}

const global: Cloud = {
  name: 'global',
  ...identity('https://login.microsoftonline.com'),
  graph: 'https://graph.microsoft.com',
  graphResource: 'https://graph.microsoft.com',
  outlookResource: 'https://outlook.office.com',
  ...mail('outlook.office365.com', 'smtp.office365.com'),
  bot: {
    openIdMetadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    tokenUrl: 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token',
    serviceHosts: ['smba.trafficmanager.net'],
  },
  portal: {
    entra: 'https://entra.microsoft.com',
    microsoft365: 'https://admin.microsoft.com',
    exchange: 'https://admin.exchange.microsoft.com',
  },
  ...hosts(
    'teams.microsoft.com',
    '*.teams.microsoft.com',
    'teams.live.com',
    '*.cloud.microsoft',
    'www.microsoft365.com',
    '*.www.microsoft365.com',
    'www.office.com',
    '*.www.office.com',
    'outlook.office.com',
    'outlook.office365.com',
    'outlook.live.com',
  ),
  officeJs: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
};

// The other clouds' Exchange admin centers are reached from their Microsoft 365 admin center, so that address serves both.
// Their bot and office.js addresses are not given here: those parts ask for them by CLOUD_ENDPOINTS.

const usGovHigh: Cloud = {
  name: 'us-gov-high',
  ...identity('https://login.microsoftonline.us'),
  graph: 'https://graph.microsoft.us',
  graphResource: 'https://graph.microsoft.us',
  outlookResource: 'https://outlook.office365.us',
  ...mail('outlook.office365.us', 'smtp.office365.us'),
  bot: null,
  portal: {
    entra: 'https://portal.azure.us',
    microsoft365: 'https://portal.office365.us',
    exchange: 'https://portal.office365.us',
  },
  ...hosts('gov.teams.microsoft.us', 'outlook.office365.us', 'www.office365.us', 'portal.office365.us'),
  officeJs: null,
};

const usGovDod: Cloud = {
  name: 'us-gov-dod',
  ...identity('https://login.microsoftonline.us'),
  graph: 'https://dod-graph.microsoft.us',
  graphResource: 'https://dod-graph.microsoft.us',
  outlookResource: 'https://outlook-dod.office365.us',
  ...mail('outlook-dod.office365.us', 'outlook-dod.office365.us'),
  bot: null,
  portal: {
    entra: 'https://portal.azure.us',
    microsoft365: 'https://portal.apps.mil',
    exchange: 'https://portal.apps.mil',
  },
  ...hosts('dod.teams.microsoft.us', 'outlook-dod.office365.us', 'webmail.apps.mil', 'www.ohome.apps.mil'),
  officeJs: null,
};

const china: Cloud = {
  name: 'china',
  ...identity('https://login.partner.microsoftonline.cn'),
  graph: 'https://microsoftgraph.chinacloudapi.cn',
  graphResource: 'https://microsoftgraph.chinacloudapi.cn',
  outlookResource: 'https://partner.outlook.cn',
  ...mail('partner.outlook.cn', 'smtp.partner.outlook.cn'),
  bot: null,
  portal: {
    entra: 'https://portal.azure.cn',
    microsoft365: 'https://portal.partner.microsoftonline.cn',
    exchange: 'https://portal.partner.microsoftonline.cn',
  },
  ...hosts('teams.microsoftonline.cn', 'partner.outlook.cn'),
  officeJs: null,
};

/** Microsoft's own clouds by their name in `CLOUD`. Source: "Microsoft Graph national cloud deployments". */
export const nationalClouds: ReadonlyMap<string, Cloud> = new Map(
  [global, usGovHigh, usGovDod, china].map((cloud) => [cloud.name, cloud]),
);
