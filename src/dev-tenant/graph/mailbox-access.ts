import type { DevTenantContext, VerifiedToken } from '../context.ts';
import type { Mailbox, User } from '../directory/model.ts';
import { concernsMailbox, isNamed } from '../directory/mailbox-addresses.ts';
import { clientFault } from '../entra/client-faults.ts';
import type { FaultName } from '../faults.ts';
import { concernsModule, type GraphModule } from './modules.ts';
import * as refusal from './refusals.ts';
import { isAppOnly, tokenAllows, type Access } from './rights.ts';

/** What a call wants of whose mailbox. */
export interface MailboxRequest {
  module: GraphModule;
  access: Access;
  /** True when the call adds something to the mailbox, so that its quota counts. */
  stores: boolean;
  idOrUpn: string;
}

/**
 * Decides whether the token may do what it asks in this mailbox: right, person, mailbox, policy, fault, in this
 * order (an assumption).
 *
 * @throws GraphError as Exchange Online or To Do would refuse
 */
export function openMailbox(
  context: DevTenantContext,
  token: VerifiedToken,
  request: MailboxRequest,
): { owner: User; mailbox: Mailbox } {
  const { directory, faults } = context;
  const { module, access } = request;
  const faultOfApp = (name: FaultName) => clientFault(context, name, token.appId);
  const scope = module === 'to-do' || !isAppOnly(token) ? undefined : faultOfApp('rbac-scope');
  if (!scope && !tokenAllows(token, module, access)) throw rightMissing(module);

  const owner = findUser(context, token.tenantId, request.idOrUpn);
  if (!owner) throw refusal.invalidUser(request.idOrUpn);
  if (!isAppOnly(token) && token.userId !== owner.id) {
    throw module === 'to-do' ? refusal.wrongRoutingHint() : refusal.accessDenied();
  }

  const mailbox = directory.mailboxes.find((candidate) => candidate.userId === owner.id);
  if (!mailbox || concernsMailbox(faults.get('mailbox-missing'), owner, mailbox))
    throw refusal.mailboxNotEnabled();
  if (isAppOnly(token) && module !== 'to-do') {
    // The documented list of what an access policy covers has mail, calendar and contacts, not tasks.
    if (concernsMailbox(faultOfApp('policy-restricts-mailbox'), owner, mailbox))
      throw refusal.blockedByAccessPolicy();
    // Exchange "RBAC for Applications": rights never show in the token, the scope decides.
    if (scope && !isNamed(scope.addresses ?? [], owner, mailbox)) throw refusal.accessDenied();
  }

  if (access === 'write' && concernsModule(faultOfApp('write-refused'), module)) throw refusal.accessDenied();
  if (request.stores && concernsMailbox(faults.get('mailbox-full'), owner, mailbox))
    throw refusal.quotaLimitReached();
  return { owner, mailbox };
}

/** Users are addressed by object id or user principal name, in any case (Graph, "Get a user"). */
export function findUser(context: DevTenantContext, tenantId: string, idOrUpn: string): User | undefined {
  const wanted = idOrUpn.toLowerCase();
  return context.directory.users.find(
    (user) =>
      user.tenantId === tenantId &&
      (user.id.toLowerCase() === wanted || user.userPrincipalName.toLowerCase() === wanted),
  );
}

function rightMissing(module: GraphModule): refusal.GraphError {
  return module === 'to-do' ? refusal.todoRightMissing() : refusal.accessDenied();
}
