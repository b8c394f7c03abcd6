import type { DevTenantContext } from '../context.ts';
import type { FaultName, FaultSettings } from '../faults.ts';
import { clientIds } from '../seed/identifiers.ts';

/**
 * A fault as it concerns one application. Without `appId` it spares the product's own tab application: the faults
 * are those of a firm's registration, and the tab has to stay usable to show what became of it.
 */
export function clientFault(
  { faults }: DevTenantContext,
  name: FaultName,
  appId: string,
): FaultSettings | undefined {
  const settings = faults.get(name);
  if (!settings) return undefined;
  const concerned = settings.appId === undefined ? appId !== clientIds.connect : settings.appId === appId;
  return concerned ? settings : undefined;
}

/** The same for a fault of a person, which `address` narrows to one. */
export function personFault(
  context: DevTenantContext,
  name: FaultName,
  appId: string,
  person: { userPrincipalName: string; mail: string | null },
): FaultSettings | undefined {
  const settings = clientFault(context, name, appId);
  const address = settings?.address?.toLowerCase();
  if (address === undefined) return settings;
  const names = [person.userPrincipalName.toLowerCase(), person.mail?.toLowerCase()];
  return names.includes(address) ? settings : undefined;
}
