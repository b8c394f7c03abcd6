import type { Mailbox, Tenant, User } from '../directory/model.ts';
import { directoryRoles, tenantIds, userIds } from './identifiers.ts';

/** As an organisation of today begins. */
const policies = { userConsent: 'recommended', smtpClientAuthenticationDisabled: true } as const;

export const tenants: readonly Tenant[] = [
  { id: tenantIds.muster, displayName: 'Muster & Partner', domains: ['muster.example'], ...policies },
  { id: tenantIds.nachbar, displayName: 'Nachbar Rechtsanwälte', domains: ['nachbar.example'], ...policies },
];

interface Person {
  id: string;
  tenantId: string;
  address: string;
  givenName: string;
  surname: string;
  directoryRoles?: string[];
  preferredLanguage?: string;
  enabled?: boolean;
  /** Further addresses of the same mailbox. */
  aliases?: string[];
}

const muster = tenantIds.muster;
const nachbar = tenantIds.nachbar;

const people: readonly Person[] = [
  {
    id: userIds.admin,
    tenantId: muster,
    address: 'admin@muster.example',
    givenName: 'Andrea',
    surname: 'Muster',
    directoryRoles: [directoryRoles.globalAdministrator],
    preferredLanguage: 'de-CH',
  },
  {
    id: userIds.itadmin,
    tenantId: muster,
    address: 'itadmin@muster.example',
    givenName: 'Ivo',
    surname: 'Keller',
    directoryRoles: [directoryRoles.applicationAdministrator],
    preferredLanguage: 'de-CH',
  },
  {
    id: userIds.lawyer,
    tenantId: muster,
    address: 'lawyer@muster.example',
    givenName: 'Laura',
    surname: 'Meier',
    preferredLanguage: 'de-CH',
    aliases: ['laura.meier@muster.example'],
  },
  {
    id: userIds.assistant,
    tenantId: muster,
    address: 'assistant@muster.example',
    givenName: 'Anouk',
    surname: 'Favre',
    preferredLanguage: 'fr-CH',
  },
  {
    id: userIds.operator,
    tenantId: muster,
    address: 'operator@muster.example',
    givenName: 'Olivia',
    surname: 'Brunner',
    preferredLanguage: 'en-GB',
  },
  {
    id: userIds.disabled,
    tenantId: muster,
    address: 'disabled@muster.example',
    givenName: 'Dario',
    surname: 'Rossi',
    preferredLanguage: 'it-CH',
    enabled: false,
  },
  {
    id: userIds.unlicensed,
    tenantId: muster,
    address: 'unlicensed@muster.example',
    givenName: 'Urs',
    surname: 'Weber',
    preferredLanguage: 'de-CH',
  },
  {
    id: userIds.kanzlei,
    tenantId: muster,
    address: 'kanzlei@muster.example',
    givenName: '',
    surname: 'Kanzlei',
    enabled: false,
  },
  {
    id: userIds.neighbourAdmin,
    tenantId: nachbar,
    address: 'admin@nachbar.example',
    givenName: 'Nora',
    surname: 'Nachbar',
    directoryRoles: [directoryRoles.globalAdministrator],
    preferredLanguage: 'de-DE',
  },
  {
    id: userIds.neighbourUser,
    tenantId: nachbar,
    address: 'user@nachbar.example',
    givenName: 'Nils',
    surname: 'Huber',
    preferredLanguage: 'de-DE',
  },
];

const withoutMailbox: readonly string[] = [userIds.unlicensed, userIds.kanzlei];

function toUser(person: Person): User {
  const licensed = person.id !== userIds.unlicensed;
  return {
    id: person.id,
    tenantId: person.tenantId,
    userPrincipalName: person.address,
    displayName: `${person.givenName} ${person.surname}`.trim(),
    givenName: person.givenName,
    surname: person.surname,
    mail: licensed ? person.address : null,
    // The primary address is written in capitals ("Get user", proxyAddresses).
    proxyAddresses: licensed
      ? [`SMTP:${person.address}`, ...(person.aliases ?? []).map((alias) => `smtp:${alias}`)]
      : [],
    userType: 'Member',
    accountEnabled: person.enabled ?? true,
    directoryRoles: person.directoryRoles ?? [],
    preferredLanguage: person.preferredLanguage ?? null,
  };
}

/** The external IT supporter. A guest's UPN carries the home address ("Properties of a Microsoft Entra B2B user"). */
function guest(): User {
  return {
    id: userIds.support,
    tenantId: muster,
    userPrincipalName: 'support_extern.example#EXT#@muster.example',
    displayName: 'Sandro Support',
    givenName: 'Sandro',
    surname: 'Support',
    mail: 'support@extern.example',
    proxyAddresses: ['SMTP:support@extern.example'],
    userType: 'Guest',
    accountEnabled: true,
    directoryRoles: [],
    preferredLanguage: 'de-CH',
  };
}

/** A mailbox as Exchange Online makes it: POP is on, Authenticated SMTP as the organisation says. */
const mailSwitches = { smtpClientAuthenticationDisabled: null, popEnabled: true };

export const seedUsers = (): User[] => [...people.map(toUser), guest()];

/** A mailbox for everyone with a licence, and the firm's shared one, which only the lawyer may open and send as. */
export function seedMailboxes(): Mailbox[] {
  const personal = people.filter(({ id }) => !withoutMailbox.includes(id));
  return [
    ...personal.map(({ id, tenantId, address }): Mailbox => ({
      tenantId,
      userId: id,
      address,
      kind: 'personal',
      ...mailSwitches,
    })),
    {
      tenantId: muster,
      userId: userIds.kanzlei,
      address: 'kanzlei@muster.example',
      kind: 'shared',
      fullAccess: [userIds.lawyer],
      sendAs: [userIds.lawyer],
      ...mailSwitches,
    },
  ];
}
