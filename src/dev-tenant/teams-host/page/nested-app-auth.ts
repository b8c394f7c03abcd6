import type { HostTokenAnswer } from '../host-data.ts';

/** Request of MSAL's bridge (`src/naa/BridgeRequestEnvelope.ts` in @azure/msal-browser). */
interface BridgeRequest {
  messageType: 'NestedAppAuthRequest';
  method: string;
  requestId: string;
  tokenParams?: { clientId: string; scope: string };
}

/** What the bridge needs of the host: whose session it is, and tokens for it, silently or by asking the person. */
export interface BridgeHost {
  account(): { homeAccountId: string; environment: string; tenantId: string };
  tokenSilently(clientId: string, scopes: string[]): Promise<HostTokenAnswer>;
  tokenByPopup(clientId: string, scopes: string[]): Promise<HostTokenAnswer>;
}

/**
 * Answers `nestedAppAuth.execute`. The request is JSON in the message's field `data`; the answer is JSON in the second
 * argument, and it names the request again.
 * @returns the arguments of the answer, or undefined for a request that cannot be read
 */
export async function answerBridgeRequest(
  data: string | undefined,
  host: BridgeHost,
): Promise<readonly [true, string] | undefined> {
  const request = readBridgeRequest(data);
  if (!request) return undefined;
  const body = await bridgeResponse(request, host);
  return [
    true,
    JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId: request.requestId, ...body }),
  ] as const;
}

async function bridgeResponse(request: BridgeRequest, host: BridgeHost): Promise<object> {
  if (request.method === 'GetInitContext') return { success: true, initContext: initContext(host) };
  const { tokenParams } = request;
  if (!tokenParams) return refusal('PERSISTENT_ERROR', 'invalid_request', 'tokenParams is missing');
  const scopes = tokenParams.scope.split(' ').filter((scope) => scope !== '');
  switch (request.method) {
    case 'GetToken':
      return tokenResponse(await host.tokenSilently(tokenParams.clientId, scopes));
    case 'GetTokenPopup':
      return tokenResponse(await host.tokenByPopup(tokenParams.clientId, scopes));
    default:
      return refusal('PERSISTENT_ERROR', 'unsupported_method', `The host knows no method ${request.method}`);
  }
}

function initContext(host: BridgeHost): object {
  return {
    sdkName: 'legal365.dev-tenant.teams-host',
    sdkVersion: '1.0.0',
    capabilities: { queryAccount: false },
    accountContext: host.account(),
  };
}

function tokenResponse(answer: HostTokenAnswer): object {
  if (!answer.ok) return tokenRefusal(answer);
  return {
    success: true,
    token: {
      access_token: answer.accessToken,
      id_token: answer.idToken,
      expires_in: answer.expiresIn,
      scope: answer.scope,
      properties: null,
    },
    account: answer.account,
  };
}

/** Entra's errors as MSAL's status codes: what a person can cure by signing in, and what nobody can cure that way. */
function tokenRefusal(answer: HostTokenAnswer & { ok: false }): object {
  const curable = ['interaction_required', 'login_required', 'consent_required', 'invalid_grant'];
  const transient = ['temporarily_unavailable', 'server_error'];
  const status =
    answer.error === 'user_cancelled'
      ? 'USER_CANCEL'
      : curable.includes(answer.error)
        ? 'USER_INTERACTION_REQUIRED'
        : transient.includes(answer.error)
          ? 'TRANSIENT_ERROR'
          : 'PERSISTENT_ERROR';
  return refusal(status, answer.error, answer.description, answer.subError);
}

function refusal(status: string, code: string, description: string, subError?: string): object {
  return { success: false, error: { status, code, description, ...(subError && { subError }) } };
}

function readBridgeRequest(data: string | undefined): BridgeRequest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(data ?? '');
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { messageType, method, requestId, tokenParams } = value as Record<string, unknown>;
  if (messageType !== 'NestedAppAuthRequest') return undefined;
  if (typeof method !== 'string' || typeof requestId !== 'string') return undefined;
  return { messageType, method, requestId, ...(isTokenParams(tokenParams) && { tokenParams }) };
}

function isTokenParams(value: unknown): value is { clientId: string; scope: string } {
  if (typeof value !== 'object' || value === null) return false;
  const { clientId, scope } = value as Record<string, unknown>;
  return typeof clientId === 'string' && typeof scope === 'string';
}
