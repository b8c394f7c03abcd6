import type { Module } from '../../../shared/domain/modules.ts';

/** A request inside the one batch; its id is the module's name. */
export interface Probe {
  id: Module;
  method: 'GET';
  url: string;
}

const paths: Record<Exclude<Module, 'mail-sending'>, string> = {
  calendar: '/events?$top=1&$select=id',
  contacts: '/contacts?$top=1&$select=id',
  'to-do': '/todo/lists?$top=1',
  mail: '/mailFolders/inbox?$select=id',
  directory: '?$select=id',
};

/**
 * The read probes of the chosen modules. Mail sending has none: an empty sendMail is refused with 400 whether or
 * not the right is there, and a 400 proves nothing.
 */
export function probesOf(modules: readonly Module[], mailbox: string): Probe[] {
  const user = `/users/${encodeURIComponent(mailbox)}`;
  return modules
    .filter((module) => module !== 'mail-sending')
    .map((module) => ({ id: module, method: 'GET', url: user + paths[module] }));
}
