import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { MailboxTest } from '../../../src/shared/api/mailbox-tests.ts';
import type { Cause } from '../../../src/shared/causes.ts';
import type { StepStatus } from '../../../src/shared/domain/status.ts';
import { startProduct, type Caller, type Product } from '../../support/product.ts';
import { connectEntity } from '../../support/registration.ts';
import { allowSmtp, signInToMailbox, type SignedInMailbox } from '../../support/signed-in-mailbox.ts';

const address = 'lawyer@muster.example';
type Seen = [status: StepStatus, cause: Cause | null];
const ok: Seen = ['ok', null];
const skipped: Seen = ['skipped', null];

describe('a mailbox test with a fault of Microsoft 365', () => {
  let product: Product;
  let lawyer: Caller;
  let mailbox: SignedInMailbox;
  let ahead = 0;

  beforeAll(async () => {
    product = await startProduct({ answerWithinMs: 3000, now: () => Date.now() + ahead });
    allowSmtp(product);
    const admin = await product.as('admin@muster.example');
    lawyer = await product.as(address);
    const { body } = await connectEntity(admin, product.tenant.seed.ready);
    mailbox = await signInToMailbox(product, lawyer, body.entity.id, address);
  });
  afterEach(async () => {
    await product.noFaults();
    allowSmtp(product);
    // A registration that was refused is asked about again after half a minute.
    ahead += 31_000;
    expect((await mailbox.test()).status).toBe('ok');
  });
  afterAll(() => product.close());

  const seen = ({ steps }: MailboxTest): Record<string, Seen> =>
    Object.fromEntries(steps.map(({ name, status, verdict }) => [name, [status, verdict?.cause ?? null]]));

  test('none: every dot is green, with its evidence', async () => {
    const result = await mailbox.test();
    expect(seen(result)).toEqual({ token: ok, pop3: ok, smtp: ok });
    expect(result).toMatchObject({ status: 'ok', trigger: 'person' });
    const [token, pop3, smtp] = result.steps.map(({ evidence }) => evidence);
    expect(token).toMatchObject({ person: address, scopes: expect.arrayContaining(['SMTP.Send']) });
    expect(pop3).toMatchObject({ user: address, stage: 'stat', messages: expect.any(Number) });
    expect(smtp).toMatchObject({ user: address, stage: 'auth' });
  });

  test.each<[string, object, Seen, Seen, Seen]>([
    ['smtp-auth-disabled-tenant', {}, ok, ok, ['failed', 'smtp-auth-disabled-tenant']],
    ['smtp-auth-disabled-mailbox', { address }, ok, ok, ['failed', 'smtp-auth-disabled-mailbox']],
    ['auth-policy-blocked', {}, ok, ['failed', 'ambiguous-auth'], ['failed', 'auth-policy-blocked']],
    ['pop-disabled-or-no-licence', { address }, ok, ['failed', 'pop-disabled-or-no-licence'], ok],
    ['mailbox-missing', { address }, ok, ['failed', 'ambiguous-auth'], ['failed', 'ambiguous-auth']],
    ['too-many-connections', { address }, ok, ['unknown', 'too-many-connections'], ok],
    ['starttls-missing', {}, ok, ok, ['failed', 'starttls-missing']],
    ['throttled', { where: 'pop3' }, ok, ['unknown', 'service-unavailable'], ok],
    ['throttled', { where: 'smtp' }, ok, ok, ['unknown', 'throttled']],
    ['service-unavailable', { where: 'pop3' }, ok, ['unknown', 'service-unavailable'], ok],
    ['service-unavailable', { where: 'smtp' }, ok, ok, ['unknown', 'service-unavailable']],
    ['timeout', { where: 'pop3' }, ok, ['unknown', 'timeout'], ok],
    ['timeout', { where: 'smtp' }, ok, ok, ['unknown', 'timeout']],
    ['latency', { where: 'pop3', ms: 60_000 }, ok, ['unknown', 'timeout'], ok],
    ['latency', { where: 'smtp', ms: 60_000 }, ok, ok, ['unknown', 'timeout']],
    ['proxy-blocked', { where: 'pop3' }, ok, ['unknown', 'proxy-blocked'], ok],
    ['proxy-blocked', { where: 'smtp' }, ok, ok, ['unknown', 'proxy-blocked']],
    ...(['self-signed', 'expired', 'wrong-name'] as const).flatMap(
      (kind): [string, object, Seen, Seen, Seen][] => [
        ['tls-untrusted', { where: 'pop3', kind }, ok, ['unknown', 'tls-untrusted'], ok],
        ['tls-untrusted', { where: 'smtp', kind }, ok, ok, ['unknown', 'tls-untrusted']],
      ],
    ),
    ...['connect', 'tls', 'greeting', 'auth', 'stat'].map((stage): [string, object, Seen, Seen, Seen] => [
      'connection-dropped',
      { where: 'pop3', stage },
      ok,
      ['unknown', 'connection-dropped'],
      ok,
    ]),
    ...['connect', 'greeting', 'ehlo', 'starttls', 'auth'].map(
      (stage): [string, object, Seen, Seen, Seen] => [
        'connection-dropped',
        { where: 'smtp', stage },
        ok,
        ok,
        ['unknown', 'connection-dropped'],
      ],
    ),
    ['token-wrong-audience', {}, ['failed', 'token-wrong-audience'], skipped, skipped],
    ['user-disabled', { address }, ['failed', 'user-disabled'], skipped, skipped],
    ['conditional-access', {}, ['failed', 'conditional-access'], skipped, skipped],
    ['mfa-required', {}, ['failed', 'mfa-required'], skipped, skipped],
    ['secret-expired', {}, ['failed', 'secret-expired'], skipped, skipped],
    ['secret-wrong', {}, ['failed', 'secret-wrong'], skipped, skipped],
    ['app-disabled', {}, ['failed', 'app-disabled'], skipped, skipped],
    ['consent-missing', {}, ['failed', 'consent-missing'], skipped, skipped],
    ['throttled', { where: 'entra', retryAfterSeconds: 0 }, ['unknown', 'throttled'], skipped, skipped],
    ['service-unavailable', { where: 'entra' }, ['unknown', 'service-unavailable'], skipped, skipped],
    ['connection-dropped', { where: 'entra' }, ['unknown', 'connection-dropped'], skipped, skipped],
  ])('%s %j', async (name, parameters, token, pop3, smtp) => {
    await product.fault(name, parameters);
    const result = await mailbox.test();
    expect(seen(result)).toEqual({ token, pop3, smtp });
    expect(result.status).not.toBe('ok');
    const { latest } = await mailbox.history();
    expect(latest).toEqual(result);
    expect(product.logged()).not.toMatch(/eyJ[\w-]{20}/);
  });

  test('mailbox gone: both say no, and the verdicts name what shuts both', async () => {
    await product.fault('mailbox-missing', { address });
    const { steps } = await mailbox.test();
    for (const { verdict } of steps.slice(1)) expect(verdict?.alternatives[0]).toBe('mailbox-missing');
  });

  test('a policy that SMTP names is the first suspect of POP3', async () => {
    await product.fault('auth-policy-blocked');
    const { steps } = await mailbox.test();
    expect(steps.find(({ name }) => name === 'pop3')?.verdict?.alternatives[0]).toBe('auth-policy-blocked');
  });
});
