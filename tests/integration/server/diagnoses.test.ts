import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Diagnosis } from '../../../src/shared/api/diagnoses.ts';
import type { Problem } from '../../../src/shared/api/problem.ts';
import { causes as german } from '../../../src/shared/i18n/locales/de/causes.ts';
import { causes as english } from '../../../src/shared/i18n/locales/en/causes.ts';
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

  test('in the language of the browser, or the one that was asked for', async () => {
    const raw = 'AADSTS7000222';
    const answer = await lawyer.call<Diagnosis>('POST', 'diagnoses', { raw, language: 'de' });
    expect(answer.body.text).toEqual(german['secret-expired']);
    const { body } = await lawyer.call<Diagnosis>('POST', 'diagnoses', { raw });
    expect(body.text).toEqual(english['secret-expired']);
  });

  test('where it was met is guessed and said; what was told is not', async () => {
    const raw = '550 5.7.60 SMTP; Client does not have permissions to send as this sender';
    const guessed = await lawyer.call<Diagnosis>('POST', 'diagnoses', { raw });
    expect(guessed.body).toMatchObject({
      verdict: { cause: 'send-as-denied', facts: { code: '550 5.7.60' } },
      origin: { protocol: 'smtp', stage: 'smtp-send', guessed: ['protocol', 'stage'] },
    });
    const told = await lawyer.call<Diagnosis>('POST', 'diagnoses', { raw, stage: 'smtp-auth' });
    expect(told.body.origin).toEqual({ protocol: 'smtp', stage: 'smtp-auth', guessed: [] });
  });

  test('the longest text that is taken is answered, whatever its characters', async () => {
    const raw = '\u0000'.repeat(64 * 1024);
    expect(await lawyer.call('POST', 'diagnoses', { raw })).toMatchObject({ status: 200 });
  });

  test('markup comes back as the text that it is, and only where it is asked for', async () => {
    const raw = '<html><title>Access denied</title><script>alert(1)</script></html>';
    const { body } = await lawyer.call<Diagnosis>('POST', 'diagnoses', { raw, httpStatus: 403 });
    expect(body.verdict).toMatchObject({ cause: 'proxy-blocked', facts: { message: 'Access denied' } });
    expect(body.maskedText).toBeNull();
  });

  test('with the secrets in it masked, and nothing of it logged', async () => {
    const secret = 'abc8Q~S0me.secret-value_of-40-characters';
    const raw = `AADSTS7000215: Invalid client secret. client_secret=${secret}`;
    const { body } = await lawyer.call<Diagnosis>('POST', 'diagnoses', { raw });
    expect(body).toMatchObject({
      verdict: { cause: 'secret-wrong' },
      secrets: ['client-secret'],
      maskedText: 'AADSTS7000215: Invalid client secret. client_secret=[hidden]',
    });
    expect(JSON.stringify(body)).not.toContain(secret);
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
  ['more than 64 kB', { raw: 'x'.repeat(64 * 1024 + 1) }],
  ['an unknown language', { raw: '', language: 'rm' }],
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
