import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startDevTenant } from './dev-tenant/dev-tenant.ts';
import { openInBrowser } from './dev-tenant/open-in-browser.ts';
import { startTeamsHost } from './dev-tenant/teams-host/teams-host.ts';
import { startApp } from './server/app.ts';
import { startProblem } from './server/config/config-error.ts';
import { readConfig } from './server/config/config.ts';
import { readEnvironment } from './server/config/environment.ts';
import { createLogger } from './server/http/logger.ts';

const usage = `LEGAL 365 Connect with an emulated Microsoft 365, for trying out and for development.

  npm start [-- options]

  --port N     port of the page that plays Teams (3978); the product takes the next one, the emulated
               Microsoft 365 the one after, its mail hosts N+10 (POP3) and N+11 (SMTP). 0 takes free ports.
  --data DIR   where the demo keeps its data (.data): the same folder brings it back after a restart.
  --no-open    does not open a browser.
  --help       this text.

DATABASE_URL and ENCRYPTION_KEYS put the product's data on a PostgreSQL server. Ctrl-C stops everything.
`;

/** Starts dev tenant, product and host page on loopback. No connection leaves this machine. */
async function main(): Promise<void> {
  const options = readOptions();
  const [hostPort, productPort, tenantPort, popPort, smtpPort] = await portsFrom(options.port);
  const productUrl = `http://localhost:${productPort}`;
  const hostUrl = `http://localhost:${hostPort}`;

  const tenant = await startDevTenant({
    port: tenantPort,
    productUrl,
    dataDir: join(options.data, 'tenant'),
    exchange: { popPort, smtpPort },
  });
  const demoTenant = tenant.seed.tenants[0];
  const given = readEnvironment();
  const config = readConfig({
    ...(given.DATABASE_URL ? { DATABASE_URL: given.DATABASE_URL } : {}),
    ...(given.ENCRYPTION_KEYS ? { ENCRYPTION_KEYS: given.ENCRYPTION_KEYS } : {}),
    LOG_LEVEL: given.LOG_LEVEL ?? 'warn',
    HOST: 'localhost',
    PORT: String(productPort),
    DATA_DIR: options.data,
    CLOUD: 'custom',
    CLOUD_ENDPOINTS: JSON.stringify({
      ...tenant.clientCloudEndpoints(),
      hostOrigins: [hostUrl],
      frameAncestors: [hostUrl],
    }),
    ALLOWED_TENANTS: tenant.seed.tenants.map(({ id }) => id).join(','),
    ...(demoTenant ? { OPERATOR_TENANT: demoTenant.id } : {}),
    CONNECT_CLIENT_ID: tenant.seed.connect.applicationId,
  });
  const app = await startApp({ config, log: createLogger(config.logLevel), now: () => tenant.context.now() });
  const host = await startTeamsHost({ port: hostPort, tenant, productUrl });

  process.stdout.write(`tenant: ${tenant.url}/\nproduct: ${app.url}/\nReady: ${host.url}/\n`);
  if (options.open) openInBrowser(`${host.url}/`);
  stopOnSignal(async () => {
    await host.close();
    await app.close();
    await tenant.close();
  });
}

function readOptions() {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      port: { type: 'string', default: '3978' },
      data: { type: 'string', default: '.data' },
      open: { type: 'boolean', default: true },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    process.exit(0);
  }
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port) || port > 65_524) {
    throw new Error(`--port must be a number from 0 to 65524, not "${values.port}".`);
  }
  if (values.data === '') throw new Error('--data must name a folder.');
  return { port, data: resolve(values.data), open: values.open };
}

type Ports = [host: number, product: number, tenant: number, pop: number, smtp: number];

/** Ports of host page, product, dev tenant and its mail hosts: by the contract, or some that are free. */
async function portsFrom(first: number): Promise<Ports> {
  const wanted = [0, 1, 2, 10, 11].map((offset) => (first === 0 ? 0 : first + offset));
  const [host, product, tenant, pop, smtp] = await Promise.all(wanted.map(freePort));
  if (!host || !product || !tenant || !pop || !smtp) throw new Error('no free port');
  return [host, product, tenant, pop, smtp];
}

function freePort(wanted: number): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = error.code === 'EADDRINUSE';
      failed(
        inUse
          ? new Error(
              `Port ${wanted} is in use: stop what uses it, or choose another with "npm start -- --port N".`,
            )
          : error,
      );
    });
    probe.listen(wanted, 'localhost', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}

/** The first Ctrl-C lets everything end in order, a second one ends it at once. */
function stopOnSignal(close: () => Promise<void>): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${startProblem(error)}\n`);
  process.exit(1);
});
