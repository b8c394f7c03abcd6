import type { FaultSettings } from '../faults.ts';

/** What a firm can use of Graph; the parameter `module` of a fault names one of these. */
export const graphModules = ['calendar', 'contacts', 'to-do', 'mail', 'mail-sending', 'directory'] as const;
export type GraphModule = (typeof graphModules)[number];

/** Understands `to-do`, `todo`, `To Do`, `mailSending`, `mail sending` and the like; null for no module. */
export function moduleNamed(name: string): GraphModule | null {
  const letters = name.toLowerCase().replace(/[^a-z]/g, '');
  return graphModules.find((module) => module.replace('-', '') === letters) ?? null;
}

/** A fault without a module holds for all of them. */
export function concernsModule(
  fault: FaultSettings | undefined,
  module: GraphModule,
): fault is FaultSettings {
  return fault !== undefined && (fault.module === undefined || moduleNamed(fault.module) === module);
}
