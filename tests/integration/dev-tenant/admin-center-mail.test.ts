import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type {
  ActiveUserAnswer,
  ActiveUserList,
  MailFlowAnswer,
} from '../../../src/dev-tenant/admin-center/mail-data.ts';
import { startDevTenant, type DevTenant } from '../../../src/dev-tenant/dev-tenant.ts';
import { exchangeAdministrator } from '../../../src/dev-tenant/seed/identifiers.ts';
import { PortalPerson } from './admin-center-portal.ts';
import { codeOf, EntraBrowser, postToken, readyForm } from './entra-browser.ts';

let tenant: DevTenant;
let admin: PortalPerson;
beforeAll(async () => {
  tenant = await startDevTenant();
});
afterAll(() => tenant.close());
beforeEach(async () => {
  await tenant.context.reset();
  admin = await PortalPerson.signIn(tenant, 'admin@muster.example', 'microsoft365');
});

const idOf = (address: string): string =>
  tenant.seed.users.find(({ signInName }) => signInName === address)?.id ?? '';
const userOf = async (person: PortalPerson, address: string) =>
  (await person.ask<ActiveUserAnswer>('GET', `users/${idOf(address)}`)).data.user;
const mailboxOf = (address: string) =>
  tenant.context.directory.mailboxes.find((mailbox) => mailbox.address === address);

describe('active users', () => {
  test('are the people of the organization and its shared mailboxes', async () => {
    const { users } = (await admin.ask<ActiveUserList>('GET', 'users')).data;
    expect(users.map(({ userName, kind, licensed }) => [userName, kind, licensed])).toEqual(
      expect.arrayContaining([
        ['lawyer@muster.example', 'Member', true],
        ['kanzlei@muster.example', 'Shared mailbox', false],
        ['unlicensed@muster.example', 'Member', false],
        ['support@extern.example', 'Guest', false],
      ]),
    );
    expect(users.some(({ userName }) => userName.endsWith('@nachbar.example'))).toBe(false);
    expect((await admin.ask('GET', `users/${idOf('user@nachbar.example')}`)).status).toBe(404);
  });

  test('are shown to administrators alone', async () => {
    for (const person of ['lawyer@muster.example', 'support@extern.example']) {
      const other = await PortalPerson.signIn(tenant, person, 'microsoft365');
      const { status, data } = await other.ask('GET', 'users');
      expect([status, data.message]).toEqual([403, expect.stringContaining('administrat')]);
    }
  });
});

describe('Manage email apps', () => {
  const save = (person: PortalPerson, address: string, authenticatedSmtp: boolean, pop: boolean) =>
    person.ask<ActiveUserAnswer>('PUT', `users/${idOf(address)}/email-apps`, { authenticatedSmtp, pop });

  test.each(['lawyer@muster.example', 'kanzlei@muster.example'])(
    'switches Authenticated SMTP on and POP off for %s',
    async (address) => {
      expect(await userOf(admin, address)).toMatchObject({
        emailApps: { authenticatedSmtp: false, pop: true },
        smtpFollowsOrganization: true,
      });
      expect((await save(admin, address, true, false)).data.user).toMatchObject({
        emailApps: { authenticatedSmtp: true, pop: false },
        smtpFollowsOrganization: false,
      });
      expect(mailboxOf(address)).toMatchObject({
        smtpClientAuthenticationDisabled: false,
        popEnabled: false,
      });
    },
  );

  test('leaves a mailbox following the organization when its box was not touched', async () => {
    await save(admin, 'lawyer@muster.example', false, false);
    expect(mailboxOf('lawyer@muster.example')?.smtpClientAuthenticationDisabled).toBeNull();
  });

  test('needs a mailbox', async () => {
    const { status, data } = await save(admin, 'unlicensed@muster.example', true, true);
    expect([status, data.message]).toEqual([400, expect.stringContaining('no mailbox')]);
    expect((await userOf(admin, 'unlicensed@muster.example')).emailApps).toBeNull();
  });

  test('an Application Administrator looks and is told which role may', async () => {
    const itadmin = await PortalPerson.signIn(tenant, 'itadmin@muster.example', 'microsoft365');
    const { status, data } = await save(itadmin, 'lawyer@muster.example', true, true);
    expect([status, data.message]).toEqual([403, expect.stringContaining('Exchange Administrator')]);
    expect((await userOf(itadmin, 'lawyer@muster.example')).mailRefusal).toBe(data.message);
  });

  test('an Exchange Administrator may, but blocks nobody', async () => {
    const { users } = tenant.context.directory;
    users.find(({ id }) => id === idOf('itadmin@muster.example'))!.directoryRoles = [exchangeAdministrator];
    const itadmin = await PortalPerson.signIn(tenant, 'itadmin@muster.example', 'microsoft365');
    expect((await save(itadmin, 'lawyer@muster.example', true, true)).status).toBe(200);
    const path = `users/${idOf('lawyer@muster.example')}/sign-in`;
    const { status, data } = await itadmin.ask('PUT', path, { blocked: true });
    expect([status, data.message]).toEqual([403, expect.stringContaining('Global Administrator')]);
  });
});

describe('an account', () => {
  const refresh = async (token: string) =>
    postToken(tenant, {
      ...readyForm(tenant, { grant_type: 'refresh_token', refresh_token: token, redirect_uri: undefined }),
    });
  async function refreshTokenOf(address: string): Promise<string> {
    const form = readyForm(tenant, { grant_type: 'authorization_code', code: await codeOf(tenant, address) });
    return (await postToken(tenant, form)).body['refresh_token'] ?? '';
  }

  test('signed out of all sessions has to sign in again', async () => {
    const token = await refreshTokenOf('lawyer@muster.example');
    expect((await refresh(token)).status).toBe(200);
    tenant.context.advanceClock(1000);
    const path = `users/${idOf('lawyer@muster.example')}/sign-out`;
    const { data } = await admin.ask<ActiveUserAnswer>('POST', path);
    expect(data.user.signedOutAt).not.toBeNull();
    expect((await refresh(token)).body['error']).toBe('invalid_grant');
    tenant.context.advanceClock(1000);
    expect((await refresh(await refreshTokenOf('lawyer@muster.example'))).status).toBe(200);
  });

  test('blocked cannot sign in until it is unblocked', async () => {
    const path = `users/${idOf('lawyer@muster.example')}/sign-in`;
    const { data } = await admin.ask<ActiveUserAnswer>('PUT', path, { blocked: true });
    expect(data.user.signInBlocked).toBe(true);
    const browser = new EntraBrowser();
    await browser.visit(`${admin.address}/sign-in`);
    expect((await browser.logIn(tenant, 'lawyer@muster.example')).text).toContain(
      'The user account is disabled',
    );
    await admin.ask('PUT', path, { blocked: false });
    await PortalPerson.signIn(tenant, 'lawyer@muster.example');
  });

  test('of one’s own cannot be blocked', async () => {
    const path = `users/${idOf('admin@muster.example')}/sign-in`;
    const { status, data } = await admin.ask('PUT', path, { blocked: true });
    expect([status, data.message]).toEqual([400, expect.stringContaining('your own account')]);
  });
});

describe('mail flow settings of the Exchange admin center', () => {
  test('switch Authenticated SMTP for mailboxes without a setting of their own', async () => {
    const exchange = await PortalPerson.signIn(tenant, 'admin@muster.example', 'exchange');
    expect((await exchange.ask<MailFlowAnswer>('GET', 'mail-flow')).data.smtpAuthOff).toBe(true);
    await exchange.ask('PUT', 'mail-flow', { smtpAuthOff: false });
    expect((await userOf(admin, 'lawyer@muster.example')).emailApps?.authenticatedSmtp).toBe(true);
    const neighbour = await PortalPerson.signIn(tenant, 'admin@nachbar.example', 'exchange');
    expect((await neighbour.ask<MailFlowAnswer>('GET', 'mail-flow')).data.smtpAuthOff).toBe(true);
  });

  test.each(['itadmin@muster.example', 'lawyer@muster.example'])('are closed to %s', async (person) => {
    const other = await PortalPerson.signIn(tenant, person, 'exchange');
    for (const method of ['GET', 'PUT'] as const) {
      const { status, data } = await other.ask(method, 'mail-flow', { smtpAuthOff: false });
      expect([status, data.message]).toEqual([403, expect.stringContaining('Exchange Administrator')]);
    }
  });
});

test.each(['microsoft365', 'exchange'] as const)(
  'signing in to %s leads back to the page that was asked for',
  async (portal) => {
    const address = tenant.clientCloudEndpoints().portal[portal];
    const browser = new EntraBrowser();
    await browser.visit(`${address}/sign-in?return=${encodeURIComponent('/settings/mailflow')}`);
    const { location } = await browser.logIn(tenant, 'admin@muster.example');
    expect(location?.href).toBe(`${address}/#/settings/mailflow`);
  },
);
