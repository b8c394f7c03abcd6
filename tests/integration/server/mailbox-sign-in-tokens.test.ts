import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Parts } from '../../../src/server/app-parts.ts';
import type { MailboxActor } from '../../../src/server/features/mailboxes/index.ts';
import { EntraBrowser } from '../dev-tenant/entra-browser.ts';
import { startGrantedMailboxes, type GrantedMailboxes } from '../../support/granted-mailboxes.ts';

const lawyerAddress = 'lawyer@muster.example';
const redirectUri = 'http://localhost:3979/auth/mailbox/callback';
const pop = 'https://outlook.office.com/POP.AccessAsUser.All';
const smtp = 'https://outlook.office.com/SMTP.Send';

describe('tokens that Microsoft sends otherwise than asked', () => {
  let given: GrantedMailboxes;
  let parts: Parts;
  let lawyer: MailboxActor;
  let mailboxId: string;

  beforeAll(async () => {
    given = await startGrantedMailboxes({ database: 'embedded', now: Date.now });
    parts = await given.process();
    const { id } = given.tenant.seed.users.find((each) => each.userPrincipalName === lawyerAddress)!;
    const person = { tenantId: given.tenantId, userId: id, name: 'Laura Meier', username: lawyerAddress };
    lawyer = { ...person, roles: ['User'] };
  });
  afterAll(() => given.close());
  beforeEach(async () => {
    const row = await parts.mailStores.mailboxes.add(
      parts.database.kysely,
      {
        tenantId: given.tenantId,
        entityId: given.entityId,
        address: lawyerAddress,
        addressKey: `${lawyerAddress} ${randomUUID()}`,
        kind: 'personal',
        holder: { id: lawyer.userId, name: lawyer.name },
        creator: { id: lawyer.userId, name: lawyer.name },
      },
      new Date(),
    );
    mailboxId = row!.id;
  });

  /** The id token names the tenant as its issuer; here it is asked by way of another address. */
  const asIssuedThere = (body: unknown) => {
    const { microsoft, tenant, tenantId } = given;
    const iss = microsoft.endpoints.issuer.replace('{tenant}', tenantId);
    expect(iss).not.toContain(tenant.url);
    return changedClaims({ iss })(JSON.parse(String(body)) as Record<string, unknown>);
  };

  /** Signs in while the answer of the token endpoint is changed as told. */
  async function signInWith(change: (tokens: Record<string, unknown>) => Record<string, unknown>) {
    const { signIns, answers } = parts.mailboxSignIn;
    const started = await signIns.start(lawyer, mailboxId, 'en', redirectUri);
    if (started.kind !== 'started') throw new Error(started.kind);
    const browser = new EntraBrowser();
    await browser.visit(started.url);
    const { searchParams } = (await browser.logIn(given.tenant, lawyerAddress)).location!;
    given.microsoft.alter(({ body }, reply) =>
      body.includes('grant_type=authorization_code')
        ? {
            ...reply,
            body: JSON.stringify(change(asIssuedThere(reply.body))),
          }
        : undefined,
    );
    const answer = { state: searchParams.get('state')!, code: searchParams.get('code')! };
    const outcome = await answers.take({ kind: 'code', ...answer });
    const attempt = await signIns.latest(lawyer, mailboxId);
    if (attempt === null || attempt === 'unknown') throw new Error('no attempt');
    const grant = await parts.mailStores.grants.find(given.tenantId, mailboxId);
    return { outcome, attempt, grant };
  }

  test.each([
    [pop, 'SMTP.Send'],
    [smtp, 'POP.AccessAsUser.All'],
  ])('with the right %s alone are stored as such, and the missing one is named', async (scope, missing) => {
    const { outcome, attempt, grant } = await signInWith((tokens) => ({ ...tokens, scope }));
    expect(outcome).toMatchObject({ kind: 'signed-in', missing: [missing] });
    expect(attempt).toMatchObject({
      status: 'signed-in',
      verdict: { cause: 'consent-missing', whoCanFix: 'admin', facts: { permission: missing } },
    });
    expect(grant!.scopes).toEqual([scope]);
  });

  test('with neither right are not stored', async () => {
    const { attempt, grant } = await signInWith((tokens) => ({ ...tokens, scope: 'openid profile' }));
    expect(attempt).toMatchObject({
      status: 'refused',
      verdict: { cause: 'consent-missing', facts: { permission: 'POP.AccessAsUser.All SMTP.Send' } },
    });
    expect(grant).toBeNull();
  });

  test.each<
    [what: string, change: (tokens: Record<string, unknown>) => Record<string, unknown>, cause: string]
  >([
    ['without a refresh token', ({ refresh_token: _, ...tokens }) => tokens, 'token-invalid'],
    ['without an id token', ({ id_token: _, ...tokens }) => tokens, 'token-invalid'],
    ['with claims changed', changedClaims({ nonce: 'another' }), 'token-invalid'],
    ['of another directory', changedClaims({ tid: randomUUID() }), 'wrong-account'],
    ['of another issuer', changedClaims({ iss: 'https://login.example/v2.0' }), 'wrong-account'],
    ['of nobody', changedClaims({ oid: undefined }), 'wrong-account'],
    ['of something that is no object id', changedClaims({ oid: "x' or 1=1" }), 'wrong-account'],
    ['for another application', changedClaims({ aud: randomUUID() }), 'token-invalid'],
    [
      'with an access token that cannot be read',
      (tokens) => ({ ...tokens, access_token: 'opaque' }),
      'token-wrong-audience',
    ],
  ])('%s are not stored, and say why', async (_, change, cause) => {
    const { attempt, grant } = await signInWith(change);
    expect(attempt).toMatchObject({ verdict: { cause, tokenLost: false } });
    expect(['refused', 'failed']).toContain(attempt.status);
    expect(grant).toBeNull();
  });
});

/** The id token with other claims; its signature is not what protects it, for it comes from the token endpoint itself. */
function changedClaims(claims: Record<string, unknown>) {
  return (tokens: Record<string, unknown>) => {
    const [header, payload = '', signature] = String(tokens['id_token']).split('.');
    const read = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const changed = Buffer.from(JSON.stringify({ ...read, ...claims })).toString('base64url');
    return { ...tokens, id_token: [header, changed, signature].join('.') };
  };
}
