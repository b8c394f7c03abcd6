import type { AppTokens, ClientCredentials } from '../connection-test/index.ts';
import { sendBatch } from '../../protocols/graph/index.ts';
import type { HttpExchange } from '../../protocols/http/index.ts';
import type { DirectoryRecord } from './identity-comparison.ts';

export interface DirectoryRecordDependencies {
  tokens: AppTokens;
  exchange: HttpExchange;
  /** Address of Graph without a version. */
  graphUrl: string;
}

const sufficient: readonly string[] = [
  'User.Read.All',
  'User.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
];

/**
 * What the directory says of a person, where the firm gave the registration the right to read it (Microsoft Graph: "Get a
 * user"). null where it did not, or nothing could be learnt: a sign-in goes on without it. `User.ReadBasic.All` is not
 * enough, for it leaves the addresses out, and a list that is not complete would make an alias somebody else's.
 */
export class DirectoryRecords {
  readonly #given: DirectoryRecordDependencies;

  constructor(given: DirectoryRecordDependencies) {
    this.#given = given;
  }

  async find(registration: ClientCredentials, oid: string): Promise<DirectoryRecord | null> {
    const { tokens, exchange, graphUrl } = this.#given;
    const answer = await tokens.recent(registration);
    if (!('token' in answer) || !answer.token.rights?.some((right) => sufficient.includes(right)))
      return null;
    const url = `/users/${encodeURIComponent(oid)}?$select=userPrincipalName,mail,proxyAddresses`;
    const request = { id: 'person', method: 'GET', url } as const;
    const batch = await sendBatch(exchange, graphUrl, answer.token.accessToken, [request]);
    const item = 'items' in batch ? batch.items.get('person') : undefined;
    return item !== undefined && 'body' in item ? readRecord(item.body) : null;
  }
}

function readRecord(body: unknown): DirectoryRecord | null {
  if (typeof body !== 'object' || body === null) return null;
  const { userPrincipalName, mail, proxyAddresses } = body as Record<string, unknown>;
  if (typeof userPrincipalName !== 'string' || !Array.isArray(proxyAddresses)) return null;
  return {
    userPrincipalName,
    mail: typeof mail === 'string' ? mail : null,
    proxyAddresses: proxyAddresses.filter((entry) => typeof entry === 'string'),
  };
}
