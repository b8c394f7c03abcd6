import { rightOfModule } from '../directory/module-rights.ts';
import type { FaultSettings } from '../faults.ts';

/** What a firm can use of Graph; the parameter `module` of a fault names one of these. */
export type GraphModule = 'calendar' | 'contacts' | 'to-do' | 'mail' | 'mail-sending' | 'directory';

/** Faults may spell a module in several ways: its right tells which one is meant. Without a module all are. */
export function concernsModule(
  fault: FaultSettings | undefined,
  module: GraphModule,
): fault is FaultSettings {
  return (
    fault !== undefined &&
    (fault.module === undefined || rightOfModule(fault.module) === rightOfModule(module))
  );
}
