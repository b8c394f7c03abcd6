import type { MailHosts } from '../exchange/exchange.ts';
import type { SeedRegistration, SeedSummary, SeedUser } from '../seed/summary.ts';
import type { HostData, HostMail, HostRegistration, HostUser } from './host-data.ts';

/** Client id of Teams in the browser ("Enable SSO for tab app" lists the ids of Microsoft's hosts). */
const teamsWebClientId = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

function describeUser(user: SeedUser, tenants: SeedSummary['tenants']): HostUser {
  const shared = user.mailbox === 'shared';
  return {
    id: user.id,
    tenantId: user.tenantId,
    tenantName: tenants.find(({ id }) => id === user.tenantId)?.name ?? user.tenantId,
    userPrincipalName: user.userPrincipalName,
    signInName: user.signInName,
    displayName: user.name,
    isPerson: !shared,
    notes: [
      ...user.roles,
      ...(user.guest ? ['Guest'] : []),
      ...(shared ? ['Shared mailbox'] : []),
      ...(user.canSignIn || shared ? [] : ['Sign-in disabled']),
      ...(user.mailbox === null && !user.guest ? ['No mailbox'] : []),
    ],
  };
}

function describeRegistration(
  registration: SeedRegistration,
  state: string,
  probeMailbox: string,
): HostRegistration {
  return {
    name: registration.name,
    state,
    secretValue: registration.clientSecret,
    applicationId: registration.applicationId,
    directoryId: registration.directoryId,
    secretExpiresOn: registration.secretExpiresOn,
    probeMailbox,
  };
}

function describeMail({ pop, smtp }: MailHosts, tenantUrl: string): HostMail {
  return {
    pop: `${pop.host}:${pop.port}`,
    smtp: `${smtp.host}:${smtp.port}`,
    authority: `${tenantUrl}/control/mail-ca.pem`,
  };
}

/** What the page has to know of the seed. Secrets included: they are the demo's, for typing into the product. */
export function describeHost(
  seed: SeedSummary,
  addresses: { tenantUrl: string; tabUrl: string; clientId: string },
  mailHosts?: MailHosts,
): HostData {
  const probe =
    seed.users.find(({ tenantId, mailbox }) => tenantId === seed.ready.directoryId && mailbox === 'personal')
      ?.signInName ?? '';
  return {
    ...addresses,
    hostClientId: teamsWebClientId,
    apiScope: `${seed.connect.identifierUri}/access_as_user`,
    users: seed.users.map((user) => describeUser(user, seed.tenants)),
    password: seed.password,
    ...(mailHosts && { mailHosts: describeMail(mailHosts, addresses.tenantUrl) }),
    registrations: [
      describeRegistration(
        seed.ready,
        'Ready: the rights of all usual modules are consented; the optional directory is not.',
        probe,
      ),
      describeRegistration(seed.bare, 'Bare: nothing is consented yet. Every module turns red.', probe),
    ],
  };
}
