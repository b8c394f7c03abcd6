import { startApp } from './server/app.ts';
import { startProblem } from './server/config/config-error.ts';
import { readConfig } from './server/config/config.ts';
import { readEnvironment } from './server/config/environment.ts';
import { createLogger } from './server/http/logger.ts';

/** Production start: reads the configuration, runs what the role asks for, drains on SIGTERM. */
async function main(): Promise<void> {
  const config = readConfig(readEnvironment());
  const log = createLogger(config.logLevel);
  const app = await startApp({ config, log });
  log.info({ url: app.url, role: config.role }, 'ready');
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopped with an error');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`LEGAL 365 Connect does not start:\n${startProblem(error)}\n`);
  process.exit(1);
});
