import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';

import { startDevTenant, type DevTenant } from '../../../src/dev-tenant/dev-tenant.ts';
import {
  authorizeUrl,
  control,
  EntraBrowser,
  postToken,
  readyForm,
  setFault,
  type Visit,
} from './entra-browser.ts';

const outlook = 'https://outlook.office.com';
const graph = 'https://graph.microsoft.com';
const asks = 'Permissions requested';
const needsAdmin = 'Need admin approval';

let tenant: DevTenant;
let browser: EntraBrowser;
beforeAll(async () => {
  tenant = await startDevTenant();
});
afterAll(() => tenant.close());
beforeEach(async () => {
  await tenant.context.reset();
  browser = new EntraBrowser();
  const { directory } = tenant.context;
  const { applicationId } = tenant.seed.ready;
  directory.oauth2PermissionGrants = directory.oauth2PermissionGrants.filter(
    ({ clientAppId }) => clientAppId !== applicationId,
  );
});

function setPolicy(userConsent: 'recommended' | 'all' | 'none'): void {
  tenant.context.directory.tenants.find(({ id }) => id === tenant.seed.ready.directoryId)!.userConsent =
    userConsent;
}
const presence = () =>
  tenant.context.directory.servicePrincipals.find(({ appId }) => appId === tenant.seed.ready.applicationId)!;
async function ask(scope: string, person = 'lawyer@muster.example', prompt?: string): Promise<Visit> {
  await browser.visit(authorizeUrl(tenant, { scope, prompt }));
  return browser.logIn(tenant, person);
}

describe("Microsoft's recommended policy", () => {
  test.each([
    `${outlook}/POP.AccessAsUser.All`,
    `${outlook}/IMAP.AccessAsUser.All`,
    `${outlook}/SMTP.Send ${outlook}/POP.AccessAsUser.All`,
    `${graph}/POP.AccessAsUser.All`,
    `${graph}/Mail.Send`,
    `${graph}/Calendars.ReadWrite`,
    `${graph}/Contacts.ReadWrite`,
    `${graph}/User.Read.All`,
  ])('leaves %s to an administrator', async (scope) => {
    expect((await ask(`openid ${scope}`)).text).toContain(needsAdmin);
  });

  test.each([`${outlook}/SMTP.Send`, `${graph}/SMTP.Send`, `${graph}/User.Read`])(
    'lets people consent to %s',
    async (scope) => {
      expect((await ask(`openid ${scope}`)).text).toContain(asks);
      expect((await browser.submit({ answer: 'accept' })).location?.searchParams.has('code')).toBe(true);
    },
  );

  test('does not concern people once an administrator has consented for everyone', async () => {
    const query = new URLSearchParams({
      client_id: tenant.seed.ready.applicationId,
      scope: `${outlook}/POP.AccessAsUser.All`,
    });
    await browser.visit(
      `${tenant.url}/${tenant.seed.ready.directoryId}/v2.0/adminconsent?${query.toString()}`,
    );
    await browser.logIn(tenant, 'admin@muster.example');
    await browser.submit({ answer: 'accept' });
    browser = new EntraBrowser();
    const answer = await ask(`openid ${outlook}/POP.AccessAsUser.All`);
    expect(answer.location?.searchParams.has('code')).toBe(true);
  });

  test('a silent sign-in without consent says so', async () => {
    await ask(`openid ${outlook}/POP.AccessAsUser.All`);
    const answer = await browser.visit(
      authorizeUrl(tenant, { scope: `openid ${outlook}/POP.AccessAsUser.All`, prompt: 'none' }),
    );
    expect(answer.location?.searchParams.get('error')).toBe('consent_required');
    expect(answer.location?.searchParams.get('error_description')).toContain('AADSTS65001');
  });
});

test('a tenant that lets people consent to all keeps only what Microsoft marks for administrators', async () => {
  setPolicy('all');
  expect((await ask(`openid ${graph}/User.Read.All`)).text).toContain(needsAdmin);
  browser = new EntraBrowser();
  expect((await ask(`openid ${outlook}/POP.AccessAsUser.All`)).text).toContain(asks);
});

describe('a tenant where people may not consent', () => {
  beforeEach(() => setPolicy('none'));

  test.each(['openid profile', `${outlook}/SMTP.Send`])('leaves %s to an administrator', async (scope) => {
    expect((await ask(scope)).text).toContain(needsAdmin);
  });

  test('an administrator can take over from the page and answer for everyone', async () => {
    expect((await ask(`openid ${outlook}/SMTP.Send`)).text).toContain(needsAdmin);
    await browser.submit({ step: 'other' });
    expect((await browser.logIn(tenant, 'admin@muster.example')).text).toContain(asks);
    await browser.submit({ answer: 'accept', forOrganization: 'true' });
    browser = new EntraBrowser();
    const answer = await ask(`openid ${outlook}/SMTP.Send`, 'assistant@muster.example');
    expect(answer.location?.searchParams.has('code')).toBe(true);
  });

  test('prompt=consent is refused although everything is granted', async () => {
    await tenant.context.reset();
    setPolicy('none');
    expect((await ask(`openid ${outlook}/SMTP.Send`, undefined, 'consent')).text).toContain(needsAdmin);
  });
});

describe('assignment required', () => {
  beforeEach(() => {
    presence().appRoleAssignmentRequired = true;
  });
  const assign = (): void => {
    const { users, appRoleAssignments } = tenant.context.directory;
    const { applicationId, directoryId } = tenant.seed.ready;
    appRoleAssignments.push({
      tenantId: directoryId,
      principalType: 'User',
      principalId: users.find(({ mail }) => mail === 'lawyer@muster.example')!.id,
      resourceAppId: applicationId,
      role: 'msiam_access',
      grantedAt: new Date(0).toISOString(),
    });
  };

  test('people who are not assigned are kept out, and may try another account', async () => {
    const page = await ask(`openid ${outlook}/SMTP.Send`);
    expect(page).toMatchObject({ status: 400, location: null });
    expect(page.text).toContain('AADSTS50105');
    expect((await browser.submit({ step: 'other' })).text).toContain('<h1>Sign in</h1>');
  });

  test('assigned people cannot consent for themselves, whatever the policy', async () => {
    setPolicy('all');
    assign();
    expect((await ask(`openid ${outlook}/SMTP.Send`)).text).toContain(needsAdmin);
  });
});

test('consent spreads with delay to delegated tokens as well', async () => {
  const scope = `openid ${outlook}/SMTP.Send`;
  await setFault(tenant, 'propagation-delay', { seconds: 60 });
  await ask(scope);
  const code = (await browser.submit({ answer: 'accept' })).location!.searchParams.get('code')!;
  const early = await postToken(tenant, readyForm(tenant, { grant_type: 'authorization_code', code }));
  expect([early.body.error, early.body.suberror]).toEqual(['invalid_grant', 'consent_required']);
  await control(tenant, 'clock', { advanceSeconds: 60 });
  const again = await browser.visit(authorizeUrl(tenant, { scope }));
  const later = again.location!.searchParams.get('code')!;
  const { body } = await postToken(
    tenant,
    readyForm(tenant, { grant_type: 'authorization_code', code: later }),
  );
  expect(decodeJwt(body.access_token!).scp).toBe('SMTP.Send');
});
