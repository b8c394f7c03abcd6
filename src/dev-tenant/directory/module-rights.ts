/** The names under which the faults speak of a module, and the application permission behind each. */
export const moduleNames = [
  'calendar',
  'contacts',
  'to-do',
  'todo',
  'mail',
  'mail-sending',
  'mailSending',
  'mail sending',
  'directory',
] as const;
export type ModuleName = (typeof moduleNames)[number];

const rights: Readonly<Record<ModuleName, string>> = {
  calendar: 'Calendars.ReadWrite',
  contacts: 'Contacts.ReadWrite',
  'to-do': 'Tasks.ReadWrite.All',
  todo: 'Tasks.ReadWrite.All',
  mail: 'Mail.ReadWrite',
  'mail-sending': 'Mail.Send',
  mailSending: 'Mail.Send',
  'mail sending': 'Mail.Send',
  directory: 'User.Read.All',
};

const isModuleName = (name: string): name is ModuleName => Object.hasOwn(rights, name);

/** The right a module needs, or undefined for a name that is no module's. */
export const rightOfModule = (name: string): string | undefined =>
  isModuleName(name) ? rights[name] : undefined;
