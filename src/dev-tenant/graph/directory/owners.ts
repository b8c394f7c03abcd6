import { z } from 'zod';

import type { Directory, ServicePrincipal, User } from '../../directory/model.ts';
import type { Resource, ResourceType } from '../odata.ts';
import { directoryObjectNotFound } from '../refusals.ts';
import { list } from './collection.ts';
import { badDirectoryRequest, invalidValue } from './directory-refusals.ts';
import { findApplication, findPrincipal, noContent, type DirectoryHandler } from './directory-request.ts';
import { demand, demandChange, isMember, readRights } from './directory-rights.ts';
import { applicationOf } from './service-principals.ts';

const mostOwners = 100;
const ownerType: ResourceType = { name: 'directoryObject', properties: ['id', 'displayName', 'appId'] };

function ownerJson(directory: Directory, object: User | ServicePrincipal): Resource {
  if (!('appId' in object)) {
    return { '@odata.type': '#microsoft.graph.user', id: object.id, displayName: object.displayName };
  }
  const { id, appId } = object;
  const displayName = applicationOf(directory, object)?.displayName ?? null;
  return { '@odata.type': '#microsoft.graph.servicePrincipal', id, displayName, appId };
}

/** `GET /applications/{id}/owners`. */
export const listOwners: DirectoryHandler = (request) => {
  demand(request, readRights, isMember);
  const { directory } = request.context;
  const owners = (findApplication(request).owners ?? []).flatMap((id) => {
    const object = findPrincipal(directory, request.token.tenantId, id);
    return object ? [ownerJson(directory, object)] : [];
  });
  return list(request, owners, ownerType, 'directoryObjects');
};

const reference = z.object({
  '@odata.id': z
    .string()
    .regex(/\/(directoryObjects|users|servicePrincipals)\/[0-9a-f-]{36}$/i)
    .max(300),
});

/** `POST /applications/{id}/owners/$ref`: makes a person or a service principal an owner. */
export const addOwner: DirectoryHandler = (request) => {
  const application = findApplication(request);
  demandChange(request, application);
  const read = reference.safeParse(request.call.body);
  if (!read.success) throw invalidValue('@odata.id', 'application');
  const id = read.data['@odata.id'].slice(-36).toLowerCase();
  if (!findPrincipal(request.context.directory, request.token.tenantId, id))
    throw directoryObjectNotFound(id);
  const owners = application.owners ?? [];
  if (owners.includes(id)) {
    throw badDirectoryRequest(
      "One or more added object references already exist for the following modified properties: 'owners'.",
    );
  }
  if (owners.length >= mostOwners)
    throw badDirectoryRequest('The application has the largest number of owners.');
  application.owners = [...owners, id];
  return noContent;
};
