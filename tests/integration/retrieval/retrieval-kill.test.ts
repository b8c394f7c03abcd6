import { spawn } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { databaseKinds } from '../../support/database.ts';
import { describeWithDovecot } from '../../support/dovecot-suite.ts';

const root = new URL('../../..', import.meta.url);

describeWithDovecot('retrieval that is killed', () => {
  const killing = databaseKinds().includes('postgresql') ? test : test.skip;

  killing(
    'twenty times over 200 messages loses none and doubles none',
    async () => {
      const options = ['--kills', '20', '--messages', '200', '--each', '1'];
      const child = spawn(process.execPath, ['tests/endurance/retrieval-kill.ts', ...options], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let said = '';
      for (const output of [child.stdout, child.stderr]) output.on('data', (text) => (said += String(text)));
      const code = await new Promise((ended) => child.once('close', ended));
      expect(said).toContain('none lost, none doubled');
      expect(code).toBe(0);
    },
    180_000,
  );
});
