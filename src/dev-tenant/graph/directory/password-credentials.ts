import { z } from 'zod';

import type { DevTenantContext } from '../../context.ts';
import type { Application } from '../../directory/model.ts';
import {
  longestSecretEnd,
  newPasswordCredential,
  removePasswordCredential,
} from '../../directory/password-credential.ts';
import { clientFault } from '../../entra/client-faults.ts';
import { passwordCredentialJson } from './application-json.ts';
import {
  badDirectoryRequest,
  quotaExceeded,
  secretLivesTooLong,
  secretsNotAllowed,
} from './directory-refusals.ts';
import { bodyOf, findApplication, noContent, type DirectoryHandler } from './directory-request.ts';
import { demandChange } from './directory-rights.ts';

const day = 24 * 60 * 60 * 1000;
const mostSecrets = 100;
/** The one policy of the fault; real ones have an id of the tenant's own. */
const policyId = '5ec2e7b0-0000-4a00-8b01-0000000000c1';

const time = z.iso.datetime({ offset: true });
const addPasswordBody = z.strictObject({
  passwordCredential: z
    .strictObject({
      displayName: z.string().max(256).nullable(),
      startDateTime: time.nullable(),
      endDateTime: time.nullable(),
    })
    .partial()
    .nullish(),
});
const removePasswordBody = z.strictObject({ keyId: z.guid().toLowerCase() });

/** A tenant's app management policy limits new secrets; those there are go on. */
function checkPolicy(context: DevTenantContext, { appId }: Application, lifeMilliseconds: number): void {
  const policy = clientFault(context, 'secret-policy', appId);
  if (!policy) return;
  if (policy.maxDays === undefined) throw secretsNotAllowed(policyId);
  if (lifeMilliseconds > policy.maxDays * day) throw secretLivesTooLong(policyId);
}

/** `POST /applications/{id}/addPassword`: the only answer that carries the value. */
export const addPassword: DirectoryHandler = (request) => {
  const application = findApplication(request);
  demandChange(request, application);
  const { context } = request;
  // The body may be left out ("application: addPassword").
  const given = request.call.body === undefined ? {} : bodyOf(request, addPasswordBody, 'passwordCredential');
  const { displayName, startDateTime, endDateTime } = given.passwordCredential ?? {};
  const start = startDateTime ? Date.parse(startDateTime) : context.now();
  const end = endDateTime ? Date.parse(endDateTime) : longestSecretEnd(start);
  if (end <= start || end <= context.now()) throw badDirectoryRequest('Key credential end date is invalid.');
  checkPolicy(context, application, end - start);
  if (application.passwordCredentials.length >= mostSecrets) throw quotaExceeded();
  const fields = { displayName: displayName ?? '', endDateTime: new Date(end).toISOString() };
  const credential = newPasswordCredential(fields, start);
  application.passwordCredentials.push(credential);
  const body = {
    '@odata.context': `${context.baseUrl()}/graph/v1.0/$metadata#microsoft.graph.passwordCredential`,
    ...passwordCredentialJson(credential),
    secretText: credential.secretText,
  };
  return { status: 200, headers: {}, body };
};

/** `POST /applications/{id}/removePassword`. */
export const removePassword: DirectoryHandler = (request) => {
  const application = findApplication(request);
  demandChange(request, application);
  const { keyId } = bodyOf(request, removePasswordBody, 'passwordCredential');
  if (!removePasswordCredential(application, keyId)) {
    throw badDirectoryRequest(`No password credential found with keyId '${keyId}'.`);
  }
  return noContent;
};
