import { describe } from '@jest/globals';
import { dovecotIsInstalled } from './dovecot.ts';

/** `describe` for tests against Dovecot. In CI a missing one is an error, elsewhere a loud skip. */
export function describeWithDovecot(name: string, tests: () => void): void {
  if (dovecotIsInstalled()) {
    describe(name, tests);
    return;
  }
  if (process.env['CI']) throw new Error('Dovecot is not installed: CI tests POP3 against it.');
  process.stderr.write(`SKIPPED: Dovecot is not installed, "${name}" is not tested.\n`);
  describe.skip(name, tests);
}
