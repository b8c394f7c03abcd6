import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

import { mayManageMail } from '../directory/who-may.ts';
import type { MailFlowAnswer } from './mail-data.ts';
import type { Caller, PortalApi } from './portal-api.ts';
import { forbidden, readBody } from './portal-problem.ts';

const mailFlow = z.strictObject({ smtpAuthOff: z.boolean() });

/** @throws PortalProblem 403 for everybody else: the Exchange admin center lets nobody else in */
function mailAdministrator({ member }: PortalApi, request: FastifyRequest): Caller {
  const caller = member(request);
  if (mayManageMail(caller.user)) return caller;
  throw forbidden(
    'You do not have permission to open the Exchange admin center. That takes the role Exchange Administrator or ' +
      'Global Administrator.',
  );
}

const answer = ({ signedIn, tenant }: Caller): MailFlowAnswer => ({
  signedIn,
  smtpAuthOff: tenant.smtpClientAuthenticationDisabled,
});

/** "Settings > Mail flow" of the Exchange admin center: the organisation's switch of Authenticated SMTP. */
export function mailFlowRoutes(api: PortalApi): void {
  api.app.get('/mail-flow', async (request) => answer(mailAdministrator(api, request)));

  api.app.put('/mail-flow', async (request) => {
    const caller = mailAdministrator(api, request);
    caller.tenant.smtpClientAuthenticationDisabled = readBody(mailFlow, request.body).smtpAuthOff;
    await api.context.save();
    return answer(caller);
  });
}
