import type { FastifyInstance } from 'fastify';

import type { DevTenantContext } from '../context.ts';
import { accountStep, readPageRequest } from '../entra/account-step.ts';
import { sendPage } from '../entra/authorize-routes.ts';
import { userDisabled } from '../entra/grant-refusals.ts';
import { refusalPage } from '../entra/pages/sign-in-pages.ts';
import { describe, requestIds } from '../entra/refusal.ts';
import type { SignInState } from '../entra/sign-in-state.ts';
import { portalNames, portals } from './portal-names.ts';
import { mayEnter, setPortalAccount } from './portal-session.ts';

/** A blade's address and nothing else: it goes into a header, behind the `#` of the portal's own address. */
const bladeAddress = /^\/?[a-z][\w\-.~/%]{0,299}$/i;

function readReturn(parameters: URLSearchParams): string {
  const wanted = parameters.get('return') ?? '';
  return bladeAddress.test(wanted) ? wanted : '';
}

/**
 * `{portal}/sign-in?return={blade}`: signs a person in on the pages of Entra and goes back to the blade. The page names
 * the blade itself, since what follows `#` never reaches a server.
 */
export function signInRoutes(app: FastifyInstance, context: DevTenantContext, state: SignInState): void {
  for (const portal of portalNames) {
    app.route({
      method: ['GET', 'POST'],
      url: `/${portal}/sign-in`,
      handler: async (request, reply) => {
        const { parameters } = readPageRequest(request);
        const step = accountStep(context, state, request, reply, {
          authority: { kind: 'organizations' },
          client: portals[portal],
          prompt: parameters.get('prompt') === 'select_account' ? 'select_account' : undefined,
          loginHint: undefined,
        });
        if ('markup' in step) return sendPage(reply, step.markup);
        if (!mayEnter(context, step.user)) {
          const ids = requestIds(undefined);
          return sendPage(reply, refusalPage(describe(userDisabled(), ids, context.now())), 400);
        }
        const address = `/portal/${portal}/#${readReturn(parameters)}`;
        return setPortalAccount(reply, step.user).redirect(address, 303);
      },
    });
  }
}
