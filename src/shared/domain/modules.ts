/**
 * The Microsoft 365 capabilities an entity can use and the right each one needs, version 1 (November 2026).
 * Rights and ids: Microsoft Graph permissions reference (microsoftgraph/microsoft-graph-devx-content, August 2026).
 * Why these: the vendor's article on the interface names Calendars, Contacts, Tasks, Mail.ReadWrite and Mail.Send.
 */

export const modules = ['calendar', 'contacts', 'to-do', 'mail', 'mail-sending', 'directory'] as const;
export type Module = (typeof modules)[number];

export interface ModuleRight {
  /** Application role of Microsoft Graph that the module needs. */
  right: string;
  /** Id of that role, as requiredResourceAccess names it. */
  rightId: string;
  /** Roles that allow everything the right allows, and more. */
  alsoGrantedBy: readonly string[];
  /** Roles that only allow reading: with one of these, writing is missing. */
  readOnly: readonly string[];
  /** Chosen for a new entity unless the admin unticks it. */
  chosenByDefault: boolean;
}

export const moduleRights: Readonly<Record<Module, ModuleRight>> = {
  calendar: {
    right: 'Calendars.ReadWrite',
    rightId: 'ef54d2bf-783f-4e0f-bca1-3210c0444d99',
    alsoGrantedBy: [],
    readOnly: ['Calendars.Read', 'Calendars.ReadBasic.All'],
    chosenByDefault: true,
  },
  contacts: {
    right: 'Contacts.ReadWrite',
    rightId: '6918b873-d17a-4dc1-b314-35f528134491',
    alsoGrantedBy: [],
    readOnly: ['Contacts.Read'],
    chosenByDefault: true,
  },
  'to-do': {
    // There is no application role Tasks.ReadWrite; that name is the delegated right.
    right: 'Tasks.ReadWrite.All',
    rightId: '44e666d1-d276-445b-a5fc-8815eeb81d55',
    alsoGrantedBy: [],
    readOnly: ['Tasks.Read.All'],
    chosenByDefault: true,
  },
  mail: {
    right: 'Mail.ReadWrite',
    rightId: 'e2a3a72e-5f79-4c64-b1b1-878b674786c9',
    alsoGrantedBy: [],
    readOnly: ['Mail.Read', 'Mail.ReadBasic.All'],
    chosenByDefault: true,
  },
  'mail-sending': {
    right: 'Mail.Send',
    rightId: 'b633e1c5-b582-4048-a93e-9f11b44c7e96',
    alsoGrantedBy: [],
    readOnly: [],
    chosenByDefault: true,
  },
  directory: {
    right: 'User.Read.All',
    rightId: 'df021288-bdef-4463-88db-98f22de89214',
    alsoGrantedBy: ['Directory.Read.All', 'User.ReadWrite.All', 'Directory.ReadWrite.All'],
    readOnly: [],
    chosenByDefault: false,
  },
};
