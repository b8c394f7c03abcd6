import type { DevTenantContext } from '../context.ts';
import type { Application } from '../directory/model.ts';
import { authenticateClient } from './client-authentication.ts';
import { crossOriginNeedsSpa, spaNeedsCrossOrigin } from './grant-refusals.ts';
import { secretFromPublicClient } from './refusals.ts';
import type { RedirectKind } from './refresh-token.ts';
import type { TokenRequest } from './token-request.ts';

/**
 * Who may redeem what was issued to a redirect URI ("OAuth 2.0 authorization code flow"): a browser only a
 * single-page application's, with no secret; a server only the others', with its secret when the platform is Web.
 * @throws Refusal 9002326, 9002327, 700025, 7000218 and the refusals of a secret
 */
export function checkRedeemer(
  context: DevTenantContext,
  client: Application,
  kind: RedirectKind,
  { origin, clientSecret }: Pick<TokenRequest, 'origin' | 'clientSecret'>,
): void {
  if (origin !== undefined && kind !== 'spa') throw crossOriginNeedsSpa(origin);
  if (origin === undefined && kind === 'spa') throw spaNeedsCrossOrigin();
  if (kind === 'web') authenticateClient(context, client, clientSecret);
  else if (clientSecret !== undefined) throw secretFromPublicClient();
}
