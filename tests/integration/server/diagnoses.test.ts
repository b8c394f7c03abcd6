import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Diagnosis } from '../../../src/shared/api/diagnoses.ts';
import type { Problem } from '../../../src/shared/api/problem.ts';
import { diagnosisFixtures, judgedPart } from '../../support/diagnosis-fixtures.ts';
import { startProduct, type Caller, type Product } from '../../support/product.ts';

let product: Product;
let lawyer: Caller;
beforeAll(async () => {
  product = await startProduct();
  lawyer = await product.as('lawyer@muster.example');
});
afterAll(() => product.close());

const explain = async (body: object) =>
  (await lawyer.call<Diagnosis>('POST', 'diagnoses', body)).body.verdict;

describe('an answer that somebody has before them is explained', () => {
  test.each([
    [
      'AADSTS50011: The redirect URI specified in the request does not match the redirect URIs configured.',
      'redirect-mismatch',
    ],
    ['AADSTS700016: Application with identifier ... was not found in the directory', 'app-not-found'],
    ['Sorry, but we’re having trouble signing you in. AADSTS90094', 'admin-approval-needed'],
    ['error=permission_denied&error_description=Cancelled', 'user-declined'],
  ])('%s', async (raw, cause) => {
    expect(await explain({ raw })).toMatchObject({ cause, whoCanFix: 'admin', retry: 'after-fix' });
  });

  test.each(
    [...diagnosisFixtures('entra').slice(0, 10), ...diagnosisFixtures('graph').slice(0, 10)].map(
      (fixture) => [fixture.name, fixture] as const,
    ),
  )('as everywhere: %s', async (_name, { evidence, expected }) => {
    const { protocol, stage, httpStatus, headers, raw = '' } = evidence;
    const said = { ...(httpStatus === undefined ? {} : { httpStatus }), ...(headers ? { headers } : {}) };
    expect(judgedPart(await explain({ protocol, stage, raw, ...said }))).toEqual(expected);
  });

  test('with the secrets in it masked, and nothing of it logged', async () => {
    const secret = 'abc8Q~S0me.secret-value_of-40-characters';
    const verdict = await explain({ raw: `AADSTS7000215: Invalid client secret. client_secret=${secret}` });
    expect(verdict.cause).toBe('secret-wrong');
    expect(JSON.stringify(verdict)).not.toContain(secret);
    expect(product.logged()).not.toContain(secret);
  });
});

test.each([
  ['support@extern.example', 200],
  ['operator@muster.example', 200],
  ['admin@nachbar.example', 200],
])('%s may ask', async (person, status) => {
  const answer = await (await product.as(person)).call('POST', 'diagnoses', { raw: 'AADSTS50011' });
  expect(answer.status).toBe(status);
});

test.each([
  ['no text', {}],
  ['more than 32 kB', { raw: 'x'.repeat(32 * 1024 + 1) }],
  ['an unknown protocol', { raw: '', protocol: 'gopher' }],
  ['an unknown stage', { raw: '', stage: 'lunch' }],
  ['a status that is none', { raw: '', httpStatus: 99 }],
  [
    'too many headers',
    { raw: '', headers: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [n, ''])) },
  ],
  ['another field', { raw: '', networkError: { message: 'x' } }],
])('%s is refused', async (_what, body) => {
  expect(await lawyer.call<Problem>('POST', 'diagnoses', body)).toMatchObject({
    status: 422,
    body: { code: 'validation-failed' },
  });
});
