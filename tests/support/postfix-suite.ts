import { describe } from '@jest/globals';
import { dovecotIsInstalled } from './dovecot.ts';
import { postfixCanRun } from './postfix.ts';

/** `describe` for tests against Postfix with Dovecot's sign-in. In CI a missing part is an error, elsewhere a loud skip. */
export function describeWithPostfix(name: string, tests: () => void): void {
  if (postfixCanRun() && dovecotIsInstalled()) {
    describe(name, tests);
    return;
  }
  const reason = 'Postfix and Dovecot are not both installed, or this is not root';
  if (process.env['CI']) throw new Error(`${reason}: CI tests SMTP against them.`);
  process.stderr.write(`SKIPPED: ${reason}; "${name}" is not tested.\n`);
  describe.skip(name, tests);
}
