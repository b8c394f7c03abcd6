import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { AuditEvent } from '../../../src/shared/api/audit.ts';
import type { Entity, SecretRenewal, StoredRegistration } from '../../../src/shared/api/entities.ts';
import type { Problem } from '../../../src/shared/api/problem.ts';
import { databaseKinds } from '../../support/database.ts';
import { startProduct, type Caller, type Product } from '../../support/product.ts';
import { buildValues, connectEntity, createEntity } from '../../support/registration.ts';

/** What an admin does in the portal: a second secret beside the first. Answers its value. */
function addSecret({ tenant }: Product, appId: string): string {
  const application = tenant.context.directory.applications.find((each) => each.appId === appId)!;
  const secretText = 'nEw8Q~second-secret-beside-the-first-one';
  const [first] = application.passwordCredentials;
  application.passwordCredentials.push({ ...first!, keyId: crypto.randomUUID(), hint: 'nEw', secretText });
  return secretText;
}

describe.each(databaseKinds())('entering a registration, on %s', (database) => {
  let product: Product;
  let admin: Caller;
  let answers = '';

  beforeAll(async () => {
    product = await startProduct({ database });
    const real = await product.as('admin@muster.example');
    // Every answer is remembered: none may ever hold a secret.
    admin = {
      token: real.token,
      call: async <Body>(method: string, path: string, body?: unknown) => {
        const answer = await real.call<Body>(method, path, body);
        answers += answer.text;
        return answer;
      },
    };
  });
  afterEach(() => product.noFaults());
  afterAll(async () => {
    const { ready, bare } = product.tenant.seed;
    for (const secret of [ready.clientSecret, bare.clientSecret, admin.token]) {
      expect(answers).not.toContain(secret);
      expect(product.logged()).not.toContain(secret);
    }
    await product.close();
  });

  const find = async (id: string) => (await admin.call<Entity>('GET', `entities/${id}`)).body;

  test('stores the ready registration and shows every module connected', async () => {
    const { status, body } = await connectEntity(admin, product.tenant.seed.ready);
    expect(status).toBe(200);
    expect(body.test).toMatchObject({ status: 'ok', trigger: 'save' });
    expect(body.entity).toMatchObject({
      probeMailbox: 'lawyer@muster.example',
      draft: null,
      registration: {
        applicationId: product.tenant.seed.ready.applicationId,
        secretExpiresOn: product.tenant.seed.ready.secretExpiresOn,
        storedBy: 'Andrea Muster',
      },
      latestTest: { status: 'ok' },
    });
  });

  test('stores the bare registration, whose values are right, and shows what is not consented', async () => {
    const { status, body } = await connectEntity(admin, product.tenant.seed.bare);
    expect(status).toBe(200);
    const failed = body.test.steps.filter((step) => step.verdict?.cause === 'consent-missing');
    expect(failed.map(({ name }) => name)).toEqual(['calendar', 'contacts', 'to-do', 'mail', 'mail-sending']);
    expect(body.entity.registration).not.toBeNull();
  });

  test('asks nothing of Microsoft when the secret is the secret id, and keeps the entry as a draft', async () => {
    const { id } = await createEntity(admin);
    const values = buildValues(product.tenant.seed.ready, {
      clientSecret: product.tenant.seed.ready.secretId,
    });
    const { status, body } = await admin.call<Problem>('PUT', `entities/${id}/registration`, values);
    expect(status).toBe(422);
    expect(body).toMatchObject({
      code: 'validation-failed',
      errors: [{ pointer: '/clientSecret', code: 'is-a-guid' }],
    });
    expect(await find(id)).toMatchObject({ registration: null, draft: { hasSecret: true } });
  });

  test.each([
    ['a wrong secret', { clientSecret: 'abc8Q~not-the-secret-of-this-application' }, 'secret-wrong'],
    ['an unknown application', { applicationId: '99999999-1111-4222-8333-444444444444' }, 'app-not-found'],
    ['an unknown directory', { directoryId: '99999999-1111-4222-8333-444444444444' }, 'tenant-not-found'],
  ])('does not store %s, says why, and keeps the draft', async (_what, change, cause) => {
    const { id } = await createEntity(admin);
    const values = buildValues(product.tenant.seed.ready, change);
    const { status, body } = await admin.call<Problem>('PUT', `entities/${id}/registration`, values);
    expect(status).toBe(422);
    expect(body).toMatchObject({
      code: 'registration-refused',
      cause,
      verdict: { cause, whoCanFix: 'admin' },
    });
    expect(await find(id)).toMatchObject({ registration: null, draft: { hasSecret: true } });
  });

  test('keeps the draft through an outage and stores it afterwards without the secret being typed again', async () => {
    const { id } = await createEntity(admin);
    const values = buildValues(product.tenant.seed.ready);
    await product.fault('service-unavailable', { where: 'entra', status: 503 });
    const during = await admin.call<Problem>('PUT', `entities/${id}/registration`, values);
    expect(during.status).toBe(503);
    expect(during.body).toMatchObject({ code: 'registration-unchecked', cause: 'service-unavailable' });
    expect(await find(id)).toMatchObject({ registration: null, draft: { hasSecret: true } });
    await product.noFaults();
    const { clientSecret: _, ...typed } = values;
    const after = await admin.call<StoredRegistration>('PUT', `entities/${id}/registration`, typed);
    expect(after.status).toBe(200);
    expect(after.body.entity).toMatchObject({ draft: null, latestTest: { status: 'ok' } });
  });

  test('takes off blanks and line breaks that were copied along', async () => {
    const { id } = await createEntity(admin);
    const { ready } = product.tenant.seed;
    const values = buildValues(ready, {
      clientSecret: `\n  ${ready.clientSecret}\r\n`,
      applicationId: ` ${ready.applicationId.toUpperCase()}\t`,
    });
    expect((await admin.call('PUT', `entities/${id}/registration`, values)).status).toBe(200);
  });

  test('a registration that is refused leaves the former one as it was', async () => {
    const { body } = await connectEntity(admin, product.tenant.seed.ready);
    const wrong = buildValues(product.tenant.seed.ready, {
      clientSecret: 'abc8Q~not-the-secret-of-this-application',
    });
    expect((await admin.call('PUT', `entities/${body.entity.id}/registration`, wrong)).status).toBe(422);
    const after = await find(body.entity.id);
    expect(after.registration).toEqual(body.entity.registration);
    const tested = await admin.call('POST', `entities/${body.entity.id}/connection-tests`, {});
    expect(tested.body).toMatchObject({ status: 'ok' });
  });

  test('corrects the mailbox and the date without the secret while the application stays', async () => {
    const { entity } = (await connectEntity(admin, product.tenant.seed.ready)).body;
    const { clientSecret: _, ...typed } = buildValues(product.tenant.seed.ready, {
      probeMailbox: 'assistant@muster.example',
      secretExpiresOn: '2027-12-31',
    });
    const stored = await admin.call<StoredRegistration>('PUT', `entities/${entity.id}/registration`, typed);
    expect(stored.status).toBe(200);
    expect(stored.body.entity).toMatchObject({
      probeMailbox: 'assistant@muster.example',
      registration: { secretExpiresOn: '2027-12-31' },
      latestTest: { status: 'ok' },
    });
    const other = { ...typed, applicationId: product.tenant.seed.bare.applicationId };
    expect(await admin.call('PUT', `entities/${entity.id}/registration`, other)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/clientSecret', code: 'missing' }] },
    });
  });

  test('a renewal with the secret that is in use says so: nobody must delete it as the old one', async () => {
    const { entity } = (await connectEntity(admin, product.tenant.seed.ready)).body;
    const same = { clientSecret: product.tenant.seed.ready.clientSecret, secretExpiresOn: '2027-05-01' };
    const { body } = await admin.call<SecretRenewal>('POST', `entities/${entity.id}/secret-renewals`, same);
    expect(body.sameSecret).toBe(true);
    expect((await find(entity.id)).registration?.secretExpiresOn).toBe('2027-05-01');
  });

  test('a renewal swaps the secret of every entity that shares the application', async () => {
    const first = (await connectEntity(admin, product.tenant.seed.bare, 'Lugano')).body.entity;
    const second = (await connectEntity(admin, product.tenant.seed.bare, 'Chiasso')).body.entity;
    expect((await find(first.id)).registration?.sharedWith).toContain('Chiasso');
    const refused = await admin.call<Problem>('POST', `entities/${first.id}/secret-renewals`, {
      clientSecret: product.tenant.seed.ready.clientSecret,
      secretExpiresOn: '2027-05-01',
    });
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'registration-refused', cause: 'secret-wrong' },
    });
    const added = addSecret(product, product.tenant.seed.bare.applicationId);
    const { status, body } = await admin.call<SecretRenewal>('POST', `entities/${first.id}/secret-renewals`, {
      clientSecret: added,
      secretExpiresOn: '2027-06-30',
    });
    expect(status).toBe(200);
    expect(body.renewed.map(({ name }) => name)).toEqual(expect.arrayContaining(['Lugano', 'Chiasso']));
    expect(body.renewed[0]?.name).toBe('Lugano');
    expect(body.sameSecret).toBe(false);
    expect((await find(second.id)).registration?.secretExpiresOn).toBe('2027-06-30');
  });

  test('tells in the audit log who stored what, without the secret', async () => {
    const { events } = (await admin.call<{ events: AuditEvent[] }>('GET', 'audit-events')).body;
    const stored = events.find(({ action }) => action === 'registration-stored');
    expect(stored).toMatchObject({
      actorName: 'Andrea Muster',
      details: { applicationId: expect.any(String), secretExpiresOn: expect.any(String) },
    });
  });

  test('a removed entity is gone with its registration', async () => {
    const { body } = await connectEntity(admin, product.tenant.seed.ready, 'Aarau');
    expect((await admin.call('DELETE', `entities/${body.entity.id}`)).status).toBe(204);
    expect((await admin.call('GET', `entities/${body.entity.id}`)).status).toBe(404);
    expect((await admin.call('GET', `entities/${body.entity.id}/connection-tests`)).body).toMatchObject({
      history: [],
    });
  });
});
