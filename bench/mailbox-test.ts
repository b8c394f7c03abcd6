import { startDevTenant } from '../src/dev-tenant/dev-tenant.ts';
import { testPop3 } from '../src/server/protocols/pop3/index.ts';
import { testSmtp } from '../src/server/protocols/smtp/index.ts';
import { signToken } from '../src/dev-tenant/entra/access-token.ts';
import { clientIds, tenantIds, userIds } from '../src/dev-tenant/seed/identifiers.ts';
import { startDelay } from './delay.ts';

// Wall time of a mailbox test, both servers at once, against the longer of the two alone: node bench/mailbox-test.ts
const roundTripMs = Number(process.argv[2] ?? 100);
const runs = Number(process.argv[3] ?? 9);
const user = 'lawyer@muster.example';

const tenant = await startDevTenant({ exchange: {} });
for (const each of tenant.context.directory.tenants) each.smtpClientAuthenticationDisabled = false;
const { mailHosts } = tenant;
if (!mailHosts) throw new Error('the tenant has no mail hosts');
const { pop, smtp } = mailHosts;
const far = { pop: await startDelay(pop.port, roundTripMs), smtp: await startDelay(smtp.port, roundTripMs) };
const claims = {
  aud: 'https://outlook.office.com',
  tid: tenantIds.muster,
  appid: clientIds.timeSensor,
  oid: userIds.lawyer,
  scp: 'POP.AccessAsUser.All SMTP.Send',
};
const issuer = `https://sts.windows.net/${tenantIds.muster}/`;
const accessToken = await signToken(tenant.context, { ...claims, iss: issuer, ver: '1.0' }, 3600);
const given = { host: 'localhost', credentials: { user, accessToken }, now: () => performance.now() };

const askPop3 = () => testPop3({ ...given, ca: pop.ca, port: far.pop.port });
const askSmtp = () => testSmtp({ ...given, ca: smtp.ca, port: far.smtp.port });

async function wallOf(run: () => Promise<object | object[]>): Promise<number> {
  const began = performance.now();
  const failed = [await run()].flat().find((answer) => 'error' in answer && answer.error !== undefined);
  if (failed !== undefined && 'error' in failed) throw failed.error;
  return performance.now() - began;
}

/** Of so many runs in turn, so that a busy machine treats all alike. */
const walls = { pop3: [] as number[], smtp: [] as number[], both: [] as number[] };
for (let run = 0; run <= runs; run++) {
  const pop3 = await wallOf(askPop3);
  const alone = await wallOf(askSmtp);
  const both = await wallOf(() => Promise.all([askPop3(), askSmtp()]));
  if (run === 0) continue; // the first one loads and compiles
  walls.pop3.push(pop3);
  walls.smtp.push(alone);
  walls.both.push(both);
}
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const result = {
  roundTripMs,
  runs,
  pop3Ms: Math.round(median(walls.pop3)),
  smtpMs: Math.round(median(walls.smtp)),
  bothMs: Math.round(median(walls.both)),
  ratio: Number((median(walls.both) / Math.max(median(walls.pop3), median(walls.smtp))).toFixed(3)),
  atMost: 1.15,
};
process.stdout.write(`${JSON.stringify(result)}\n`);
await far.pop.close();
await far.smtp.close();
await tenant.close();
