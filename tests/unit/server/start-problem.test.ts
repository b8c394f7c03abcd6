import { expect, test } from '@jest/globals';
import { ConfigError, startProblem } from '../../../src/server/config/config-error.ts';

test('a start that fails names every cause on a line of its own', () => {
  const refused = Object.assign(new AggregateError([], ''), { code: 'ECONNREFUSED' });
  expect(startProblem(new Error('The schema could not be brought up to date.', { cause: refused }))).toBe(
    'The schema could not be brought up to date.\nECONNREFUSED',
  );
  expect(startProblem(new ConfigError(['PORT is wrong.', 'ROLE is wrong.']))).toBe(
    'PORT is wrong.\nROLE is wrong.',
  );
});

test('what is thrown without being an error, or causes itself, still ends in words', () => {
  expect(startProblem({ errno: 51 })).not.toContain('[object');
  const endless = new Error('again');
  endless.cause = endless;
  expect(startProblem(endless).split('\n').length).toBeLessThan(10);
});
