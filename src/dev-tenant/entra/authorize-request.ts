import type { DevTenantContext } from '../context.ts';
import type { Application, Tenant, User } from '../directory/model.ts';
import { Refusal } from './refusal.ts';
import { parameterMissing, responseTypeUnsupported } from './refusals.ts';
import { parseScope, type RequestedScope } from './scope.ts';
import type { Authority } from './tenant-path.ts';

const prompts = ['login', 'none', 'consent', 'select_account'] as const;
export type Prompt = (typeof prompts)[number];

/** What the application asks for at `/authorize`; client and redirect URI have been checked before. */
export interface AuthorizeRequest {
  authority: Authority;
  client: Application;
  scope: RequestedScope;
  scopeText: string;
  prompt: Prompt | undefined;
  loginHint: string | undefined;
  nonce: string | undefined;
  challenge: string | undefined;
  challengeMethod: 'S256' | 'plain';
  wantsClientInfo: boolean;
}

const isPrompt = (prompt: string): prompt is Prompt => prompts.some((known) => known === prompt);

function readPrompt(parameters: URLSearchParams): Prompt | undefined {
  const prompt = parameters.get('prompt');
  if (prompt === null || prompt === '') return undefined;
  // Word and number are an assumption; Entra refuses an unknown prompt.
  if (!isPrompt(prompt))
    throw new Refusal(90023, 'invalid_request', `The prompt '${prompt.slice(0, 50)}' is not supported.`);
  return prompt;
}

function readChallenge(parameters: URLSearchParams): Pick<AuthorizeRequest, 'challenge' | 'challengeMethod'> {
  const challenge = parameters.get('code_challenge') ?? undefined;
  // RFC 7636, section 4.3: without a method the challenge is plain.
  const method = parameters.get('code_challenge_method') ?? 'plain';
  if (challenge !== undefined && method !== 'S256' && method !== 'plain') {
    throw new Refusal(90023, 'invalid_request', 'The code_challenge_method is not supported.');
  }
  return { challenge, challengeMethod: method === 'S256' ? 'S256' : 'plain' };
}

/** @throws Refusal 900144, 70005, 90023, 28000, 70011: all of them go back to the redirect URI */
export function readAuthorizeRequest(
  authority: Authority,
  client: Application,
  parameters: URLSearchParams,
): AuthorizeRequest {
  const responseType = parameters.get('response_type');
  if (!responseType) throw parameterMissing('response_type');
  if (responseType !== 'code') throw responseTypeUnsupported(responseType.slice(0, 50));
  const scopeText = parameters.get('scope');
  if (!scopeText) throw parameterMissing('scope');
  return {
    authority,
    client,
    scope: parseScope(scopeText),
    scopeText,
    prompt: readPrompt(parameters),
    loginHint: parameters.get('login_hint') ?? undefined,
    nonce: parameters.get('nonce') ?? undefined,
    ...readChallenge(parameters),
    wantsClientInfo: parameters.get('client_info') === '1',
  };
}

/** A person by what is typed on the sign-in page: user principal name or, for a guest, the home address. */
export function findPerson(
  { directory }: DevTenantContext,
  userName: string,
  tenant: Tenant | undefined,
): User | undefined {
  const wanted = userName.trim().toLowerCase();
  const named = directory.users.filter(
    ({ userPrincipalName, mail, userType }) =>
      userPrincipalName.toLowerCase() === wanted || (userType === 'Guest' && mail?.toLowerCase() === wanted),
  );
  return named.find(({ tenantId }) => tenantId === tenant?.id) ?? named[0];
}
