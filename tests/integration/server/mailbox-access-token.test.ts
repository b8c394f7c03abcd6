import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Entity } from '../../../src/shared/api/entities.ts';
import type { MailboxAccessToken } from '../../../src/shared/api/mailbox-tokens.ts';
import type { Mailbox } from '../../../src/shared/api/mailboxes.ts';
import type { Problem } from '../../../src/shared/api/problem.ts';
import { signInAtTenant } from '../../support/granted-mailboxes.ts';
import { caller, startProduct, type Caller, type Product } from '../../support/product.ts';
import { connectEntity } from '../../support/registration.ts';
import { createKey } from '../../support/service-keys.ts';

let product: Product;
let admin: Caller;
let entity: Entity;
let mailbox: Mailbox;
let key: string;

beforeAll(async () => {
  product = await startProduct();
  admin = await product.as('admin@muster.example');
  entity = (await connectEntity(admin, product.tenant.seed.ready)).body.entity;
  const lawyer = await product.as('lawyer@muster.example');
  const wanted = { entityId: entity.id, address: 'lawyer@muster.example', kind: 'personal' };
  mailbox = (await lawyer.call<Mailbox>('POST', 'mailboxes', wanted)).body;
  key = (await createKey(admin, entity.id, { scopes: ['mail'] })).key;
});
afterAll(() => product.close());

const fetchToken = (withKey = key, mailboxId = mailbox.id) =>
  caller(product.url, withKey).call<MailboxAccessToken & Problem>(
    'POST',
    `mailboxes/${mailboxId}/access-token`,
  );

async function signIn(): Promise<void> {
  const { mailStores, database } = await product.anotherProcess();
  const { directoryId, applicationId } = product.tenant.seed.ready;
  const tokens = await signInAtTenant(product.tenant, 'lawyer@muster.example', Date.now);
  const { tid, oid, name, preferredUsername: username } = tokens.identity;
  const sealed = await mailStores.grants.sealGrant({
    tenantId: directoryId,
    mailboxId: mailbox.id,
    owner: { tid, oid, name, username },
    directoryId,
    applicationId,
    tokens,
  });
  await database.kysely.transaction().execute((trx) => mailStores.grants.put(trx, sealed));
}

describe('a mailbox token fetched with a service key', () => {
  test('is not there before anybody signed in', async () => {
    const { status, body } = await fetchToken();
    expect([status, body.code]).toEqual([409, 'sign-in-needed']);
  });

  test('comes with the names to open the mailbox with', async () => {
    await signIn();
    const { status, body, headers } = await fetchToken();
    expect(status).toBe(200);
    expect(body).toEqual({
      accessToken: expect.stringMatching(/^ey/),
      tokenType: 'Bearer',
      expiresAt: expect.any(String),
      scopes: expect.arrayContaining([expect.stringMatching(/POP\.AccessAsUser\.All$/)]),
      popUser: 'lawyer@muster.example',
      smtpUser: 'lawyer@muster.example',
      from: 'lawyer@muster.example',
    });
    expect(headers.get('cache-control')).toBe('no-store');
    const own = await admin.call<Mailbox>('GET', `mailboxes/${mailbox.id}`);
    expect(own.body.signIn).toMatchObject({ status: 'ok', person: { username: 'lawyer@muster.example' } });
    expect(product.logged()).not.toContain(body.accessToken);
  });

  test('is for keys of its entity with the scope mail alone', async () => {
    const graph = (await createKey(admin, entity.id)).key;
    const scope = await fetchToken(graph);
    expect([scope.status, scope.body.code]).toEqual([403, 'scope-missing']);
    const geneva = (await connectEntity(admin, product.tenant.seed.ready, 'Genève')).body.entity;
    const otherKey = (await createKey(admin, geneva.id, { scopes: ['mail'] })).key;
    expect((await fetchToken(otherKey)).body).toMatchObject({ status: 404, code: 'not-found' });
    expect((await fetchToken(key, randomUUID())).body).toMatchObject({ status: 404, code: 'not-found' });
    const person = await fetchToken(admin.token);
    expect([person.status, person.body.code]).toEqual([401, 'key-refused']);
  });

  test('ends with the grant, and says why', async () => {
    await product.fault('grant-revoked');
    const { mailboxTokens } = await product.anotherProcess();
    await mailboxTokens.access(product.tenant.seed.ready.directoryId, mailbox.id, { fresh: true });
    const { status, body } = await fetchToken();
    expect([status, body.code, body.verdict?.cause]).toEqual([409, 'sign-in-needed', 'grant-revoked']);
    await product.noFaults();
  });
});
