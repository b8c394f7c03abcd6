import { parseArgs } from 'node:util';
import { startProblem } from './server/config/config-error.ts';
import { readEnvironment } from './server/config/environment.ts';
import { exitCode, humanReport, jsonReport, readSubject, runChecks } from './server/tenant-check/index.ts';

const help = `Checks what LEGAL 365 Connect assumes about Microsoft 365 against a real tenant. It reads only.

  npm run check-tenant [-- --json]

  CHECK_DIRECTORY_ID     directory (tenant) ID of a firm
  CHECK_APPLICATION_ID   application (client) ID of its registration
  CHECK_CLIENT_SECRET    value of a client secret, or a file in CHECK_CLIENT_SECRET_FILE
  CHECK_MAILBOX          address of a mailbox that the registration may read
  CLOUD                  as the server has it: global (default), us-gov-high, us-gov-dod, china, custom
  PUBLIC_URL, CONNECT_CLIENT_ID, CONNECT_CLIENT_SECRET (or _FILE)
                         as the server has them: the tab's own application is checked too

  --json   the results as JSON
  --help   this text

Ends with 0 when nothing differs, 1 when something does, 2 when it could not be run.
`;

/** Entry of `npm run check-tenant`: reads the environment, asks, reports. */
async function main(): Promise<number> {
  const options = { json: { type: 'boolean' }, help: { type: 'boolean' } } as const;
  const { values } = parseArgs({ options });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const subject = readSubject(readEnvironment());
  const results = await runChecks(subject);
  process.stdout.write(
    values.json ? jsonReport(subject, results, Date.now()) : humanReport(subject, results),
  );
  return exitCode(results);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`The check could not be run:\n${startProblem(error)}\n`);
    process.exitCode = 2;
  },
);
