import { signToken } from '../../src/dev-tenant/entra/access-token.ts';
import type { DevTenant } from '../../src/dev-tenant/dev-tenant.ts';

export interface InboxMessage {
  subject: string;
  internetMessageId: string;
  body: { content: string };
}

/** What has arrived at an address of the dev tenant, by Graph, newest first. */
export async function inboxOf(tenant: DevTenant, address: string): Promise<InboxMessage[]> {
  const { directoryId, applicationId } = tenant.seed.ready;
  const claims = {
    aud: 'https://graph.microsoft.com',
    tid: directoryId,
    appid: applicationId,
    roles: ['Mail.ReadWrite'],
  };
  const token = await signToken(tenant.context, claims, 3600);
  const response = await fetch(
    `${tenant.url}/graph/v1.0/users/${address}/mailFolders/inbox/messages?$top=100`,
    { headers: { authorization: `Bearer ${token}` } },
  );
  return ((await response.json()) as { value: InboxMessage[] }).value;
}
