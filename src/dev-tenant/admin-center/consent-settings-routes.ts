import { z } from 'zod';

import { mayChangeConsentSettings } from '../directory/who-may.ts';
import { userConsentPolicies, type ConsentSettingsAnswer } from './enterprise-data.ts';
import type { Caller, PortalApi } from './portal-api.ts';
import { forbidden, readBody } from './portal-problem.ts';

const settings = z.strictObject({ userConsent: z.enum(userConsentPolicies) });

const answer = ({ signedIn, tenant, user }: Caller): ConsentSettingsAnswer => ({
  signedIn,
  userConsent: tenant.userConsent,
  changeRefusal: mayChangeConsentSettings(user)
    ? null
    : 'You can look at these settings, but not change them. That takes the role Global Administrator or Privileged ' +
      'Role Administrator.',
});

/** "Consent and permissions > User consent settings" */
export function consentSettingsRoutes({ app, context, member }: PortalApi): void {
  app.get('/user-consent', async (request) => answer(member(request)));

  app.put('/user-consent', async (request) => {
    const caller = member(request);
    const { changeRefusal } = answer(caller);
    if (changeRefusal !== null) throw forbidden(changeRefusal);
    caller.tenant.userConsent = readBody(settings, request.body).userConsent;
    await context.save();
    return answer(caller);
  });
}
