import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';

import type { DevTenantContext } from '../context.ts';
import type { MailHosts } from '../exchange/exchange.ts';
import { moduleNames } from '../directory/module-rights.ts';
import { faultNames, faultPlaces, untrustedKinds, type FaultName } from '../faults.ts';
import { summariseSeed } from '../seed/summary.ts';

const faultSettings = z.strictObject({
  on: z.boolean(),
  module: z.enum(moduleNames).optional(),
  appId: z.guid().optional(),
  access: z.enum(['all', 'write']).optional(),
  address: z.string().max(320).optional(),
  addresses: z.array(z.string().max(320)).max(100).optional(),
  where: z.enum(faultPlaces).optional(),
  stage: z.string().max(100).optional(),
  kind: z.enum(untrustedKinds).optional(),
  bytes: z.int().min(0).max(1e9).optional(),
  status: z.int().min(400).max(599).optional(),
  retryAfterSeconds: z.number().min(0).max(86_400).optional(),
  seconds: z.number().min(0).max(86_400).optional(),
  ms: z.number().min(0).max(600_000).optional(),
  graceSeconds: z.number().min(0).max(86_400).optional(),
  maxDays: z.number().min(1).max(3650).optional(),
});

const clockStep = z.union(
  [
    z.strictObject({ advanceDays: z.number().min(-3650).max(3650) }),
    z.strictObject({ advanceSeconds: z.number().min(-1e9).max(1e9) }),
  ],
  { error: 'send {"advanceDays": 30} or {"advanceSeconds": 60}' },
);

const withoutAuthority = ({ pop, smtp }: MailHosts) => ({
  pop: { host: pop.host, port: pop.port },
  smtp: { host: smtp.host, port: smtp.port },
});

const isFaultName = (name: string): name is FaultName => faultNames.some((known) => known === name);

const sentence = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => `${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`).join('; ');

/** The switches of the demo and the tests, to be mounted at `/control`. Reachable from any page of this machine. */
export function controlRoutes(context: DevTenantContext, mailHosts?: MailHosts): FastifyPluginAsync {
  return async (app) => {
    app.addHook('onRequest', async ({ headers: { origin } }, reply) => {
      if (origin === undefined || !/^http:\/\/localhost(:\d+)?$/.test(origin)) return;
      void reply.headers({
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Methods': 'GET, PUT, POST',
        'Access-Control-Allow-Headers': 'content-type',
        Vary: 'Origin',
      });
    });
    app.options('/*', async (_request, reply) => reply.code(204).send());

    app.get('/faults', async () => context.faults.list());

    app.put<{ Params: { name: string } }>('/faults/:name', async ({ params: { name }, body }, reply) => {
      if (!isFaultName(name))
        return reply.code(400).send({ message: `There is no fault "${name.slice(0, 100)}".` });
      const settings = faultSettings.safeParse(body);
      if (!settings.success)
        return reply.code(400).send({ message: `${name}: ${sentence(settings.error)}.` });
      const given = Object.entries(settings.data).filter(([, value]) => value !== undefined);
      context.faults.set(name, { on: settings.data.on, ...Object.fromEntries(given) });
      // A rollover is an event, not a state: the new key stays when the switch goes off.
      if (name === 'key-rollover' && settings.data.on) await context.keys.rollOver();
      return context.faults.list()[name];
    });

    app.post('/reset', async (_request, reply) => {
      await context.reset();
      return reply.code(204).send();
    });

    app.post('/clock', async ({ body }, reply) => {
      const step = clockStep.safeParse(body);
      if (!step.success) return reply.code(400).send({ message: `clock: ${sentence(step.error)}.` });
      const seconds = 'advanceDays' in step.data ? step.data.advanceDays * 86_400 : step.data.advanceSeconds;
      context.advanceClock(seconds * 1000);
      return { now: new Date(context.now()).toISOString() };
    });

    app.get('/seed', async () => ({
      ...summariseSeed(context.directory),
      ...(mailHosts && { mailHosts: withoutAuthority(mailHosts) }),
    }));

    // For a mail program of one's own: `curl .../control/mail-ca.pem`.
    app.get('/mail-ca.pem', async (_request, reply) =>
      mailHosts
        ? reply.type('application/x-pem-file').send(mailHosts.pop.ca)
        : reply.code(404).send({ message: 'This tenant has no mail hosts.' }),
    );
  };
}
