import type { Entity, RegistrationValues, StoredRegistration } from '../../src/shared/api/entities.ts';
import type { Module } from '../../src/shared/domain/modules.ts';
import type { SeedRegistration } from '../../src/dev-tenant/seed/summary.ts';
import type { Answer, Caller } from './product.ts';

export const usualModules: Module[] = ['calendar', 'contacts', 'to-do', 'mail', 'mail-sending'];

/** What an admin copies from the portal into the form. */
export function buildValues(
  from: SeedRegistration,
  change: Partial<RegistrationValues> = {},
): RegistrationValues {
  return {
    directoryId: from.directoryId,
    applicationId: from.applicationId,
    clientSecret: from.clientSecret,
    secretExpiresOn: from.secretExpiresOn,
    probeMailbox: 'lawyer@muster.example',
    ...change,
  };
}

export async function createEntity(admin: Caller, name = 'Zürich', modules = usualModules): Promise<Entity> {
  const { body, status } = await admin.call<Entity>('POST', 'entities', { name, modules });
  if (status !== 201) throw new Error(`no entity: ${JSON.stringify(body)}`);
  return body;
}

/** An entity whose registration is stored and tested. */
export async function connectEntity(
  admin: Caller,
  from: SeedRegistration,
  name?: string,
  modules?: Module[],
): Promise<Answer<StoredRegistration>> {
  const entity = await createEntity(admin, name, modules);
  return admin.call<StoredRegistration>('PUT', `entities/${entity.id}/registration`, buildValues(from));
}
