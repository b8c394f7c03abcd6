import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { AuditLog } from '../../../src/shared/api/audit.ts';
import type { Problem } from '../../../src/shared/api/problem.ts';
import { EntraBrowser } from '../dev-tenant/entra-browser.ts';
import { addMailbox } from '../../support/mailboxes.ts';
import {
  answerOf,
  comeBack,
  latestAttempt,
  mailboxAs,
  openEvents,
  signIn,
  startSignIn,
} from '../../support/mailbox-sign-in.ts';
import { startProduct, type Caller, type Product } from '../../support/product.ts';
import { connectEntity } from '../../support/registration.ts';

const lawyerAddress = 'lawyer@muster.example';
const assistantAddress = 'assistant@muster.example';
const minuteMs = 60_000;

describe('signing in to a mailbox', () => {
  let ahead = 0;
  let product: Product;
  let admin: Caller;
  let lawyer: Caller;
  let assistant: Caller;
  let entityId: string;
  let mailboxId: string;

  beforeAll(async () => {
    product = await startProduct({ now: () => Date.now() + ahead });
    admin = await product.as('admin@muster.example');
    lawyer = await product.as(lawyerAddress);
    assistant = await product.as(assistantAddress);
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    entityId = (await connectEntity(admin, product.tenant.seed.ready)).body.entity.id;
    mailboxId = (await addMailbox(lawyer, entityId, lawyerAddress)).id;
  });
  afterEach(async () => {
    await product.noFaults();
    ahead = 0;
  });

  const tenantId = () => product.tenant.seed.ready.directoryId;
  const signInAs = (userName: string, person = lawyer) => signIn(product.tenant, person, mailboxId, userName);
  const tokenOf = async (id = mailboxId) =>
    (await product.anotherProcess()).mailboxTokens.access(tenantId(), id);

  test('ends with "Verification code received", a green sign-in, and tokens that serve the mailbox', async () => {
    const page = await signInAs(lawyerAddress);
    expect([page.status, page.title]).toEqual([200, 'Verification code received']);
    expect(page.text).toContain(`You signed in as ${lawyerAddress}`);
    expect(page.text).toContain('You can close this window.');
    expect(await latestAttempt(lawyer, mailboxId)).toMatchObject({ status: 'signed-in', verdict: null });
    expect((await mailboxAs(lawyer, mailboxId)).signIn).toMatchObject({
      status: 'ok',
      person: { name: 'Laura Meier', username: lawyerAddress },
      verdict: null,
    });
    expect(await tokenOf()).toMatchObject({ kind: 'token', token: { owner: { username: lawyerAddress } } });
  });

  test('is tested by itself, and the page that is open turns green without asking', async () => {
    const events = await openEvents(product, lawyer);
    await signInAs(lawyerAddress);
    const tested = async () => (await mailboxAs(lawyer, mailboxId)).latestTest;
    let latest = await tested();
    for (; (latest?.finishedAt ?? null) === null; latest = await tested()) await events.next();
    expect(latest).toMatchObject({ trigger: 'sign-in' });
    const pop3 = latest!.steps.find(({ name }) => name === 'pop3');
    expect(pop3).toMatchObject({ status: 'ok', evidence: { user: lawyerAddress } });
    await events.close();
  });

  test('begins with the account chooser, the address as hint, PKCE and the rights for POP3 and SMTP', async () => {
    const { url, attempt } = await startSignIn(lawyer, mailboxId);
    const { origin, pathname, searchParams } = new URL(url);
    expect(origin + pathname).toBe(`${product.tenant.url}/${tenantId()}/oauth2/v2.0/authorize`);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: product.tenant.seed.ready.applicationId,
      redirect_uri: `${product.url}/auth/mailbox/callback`,
      response_type: 'code',
      prompt: 'select_account',
      login_hint: lawyerAddress,
      code_challenge_method: 'S256',
    });
    expect(searchParams.get('scope')!.split(' ')).toEqual([
      'https://outlook.office.com/POP.AccessAsUser.All',
      'https://outlook.office.com/SMTP.Send',
      'offline_access',
      'openid',
      'profile',
    ]);
    expect(attempt).toMatchObject({ mailboxId, status: 'waiting', mismatch: null, verdict: null });
    expect(Date.parse(attempt.expiresAt) - Date.parse(attempt.startedAt)).toBe(10 * minuteMs);
  });

  test.each([
    ['de', 'Verifizierungscode erhalten'],
    ['fr', 'Code de vérification reçu'],
    ['it', 'Codice di verifica ricevuto'],
  ])('ends in the language in which it began (%s)', async (language, title) => {
    const { url } = await startSignIn(lawyer, mailboxId, language);
    const page = await comeBack(await answerOf(product.tenant, url, lawyerAddress), {
      headers: { 'accept-language': 'en' },
    });
    expect([page.language, page.title]).toEqual([language, title]);
  });

  test('with a colleague’s account is refused with both names, and the former sign-in goes on', async () => {
    await signInAs(lawyerAddress);
    const before = await tokenOf();
    const page = await signInAs(assistantAddress);
    expect([page.status, page.title]).toEqual([200, 'This is another account']);
    expect(page.text).toContain(
      `You signed in as ${assistantAddress}; this mailbox is ${lawyerAddress}. Nothing was changed.`,
    );
    expect(await latestAttempt(lawyer, mailboxId)).toMatchObject({
      status: 'mismatch',
      mismatch: { why: 'other-person', signedInAs: assistantAddress },
    });
    expect(await tokenOf()).toEqual(before);
    expect((await mailboxAs(lawyer, mailboxId)).signIn.status).toBe('ok');
  });

  test('with the right account after the wrong one in the same browser goes through', async () => {
    const browser = new EntraBrowser();
    const first = await startSignIn(lawyer, mailboxId);
    await comeBack(await answerOf(product.tenant, first.url, assistantAddress, browser));
    const again = await startSignIn(lawyer, mailboxId);
    await browser.visit(again.url);
    await browser.submit({ step: 'other' });
    const { location } = await browser.logIn(product.tenant, lawyerAddress);
    expect((await comeBack(location!)).title).toBe('Verification code received');
  });

  test('under a new name is still the same person’s', async () => {
    await signInAs(lawyerAddress);
    const user = product.tenant.context.directory.users.find(
      ({ userPrincipalName }) => userPrincipalName === lawyerAddress,
    )!;
    Object.assign(user, { userPrincipalName: 'laura.neu@muster.example', mail: 'laura.neu@muster.example' });
    const page = await signInAs('laura.neu@muster.example');
    expect(page.title).toBe('Verification code received');
    expect((await mailboxAs(lawyer, mailboxId)).signIn).toMatchObject({
      status: 'ok',
      person: { username: 'laura.neu@muster.example' },
    });
  });

  test('with an account of another organisation stays on Microsoft’s page; nothing comes here', async () => {
    const { url } = await startSignIn(lawyer, mailboxId);
    const browser = new EntraBrowser();
    await browser.visit(url);
    const { status, text } = await browser.logIn(product.tenant, 'user@nachbar.example');
    expect([status, text.includes('AADSTS50020')]).toEqual([400, true]);
    expect(await latestAttempt(lawyer, mailboxId)).toMatchObject({ status: 'waiting' });
    expect(await tokenOf()).toEqual({ kind: 'never' });
  });

  describe('to a shared mailbox', () => {
    let sharedId: string;
    beforeEach(async () => {
      const kind = { kind: 'shared' } as const;
      sharedId = (await addMailbox(lawyer, entityId, 'kanzlei@muster.example', kind)).id;
    });

    test('is done with one’s own account, which the hint names', async () => {
      const { url } = await startSignIn(lawyer, sharedId);
      expect(new URL(url).searchParams.get('login_hint')).toBe(lawyerAddress);
      const page = await comeBack(await answerOf(product.tenant, url, lawyerAddress));
      expect(page.title).toBe('Verification code received');
      expect(await mailboxAs(lawyer, sharedId)).toMatchObject({
        signIn: { status: 'ok', person: { username: lawyerAddress } },
        popUser: { value: 'kanzlei@muster.example' },
        smtpUser: { value: lawyerAddress },
      });
      expect(await tokenOf(sharedId)).toMatchObject({ kind: 'token' });
    });

    test('with a colleague’s account waits for that colleague', async () => {
      await signIn(product.tenant, lawyer, sharedId, assistantAddress);
      expect(await latestAttempt(lawyer, sharedId)).toMatchObject({ status: 'pending' });
      expect(await tokenOf(sharedId)).toEqual({ kind: 'never' });
      expect(await mailboxAs(assistant, sharedId)).toMatchObject({
        mine: false,
        pending: { forMe: true, why: 'other-person', startedBy: 'Laura Meier', givenTo: 'Laura Meier' },
      });
    });
  });

  describe('that Microsoft or the person refuses', () => {
    test('is told as cancelled when the person chose so on the consent page', async () => {
      product.tenant.context.directory.oauth2PermissionGrants = [];
      product.tenant.context.directory.tenants.find(({ id }) => id === tenantId())!.userConsent = 'all';
      const { url } = await startSignIn(lawyer, mailboxId);
      const browser = new EntraBrowser();
      await browser.visit(url);
      await browser.logIn(product.tenant, lawyerAddress);
      const { location } = await browser.submit({ step: 'consent', answer: 'cancel' });
      const page = await comeBack(location!);
      expect([page.status, page.title]).toEqual([200, 'The sign-in was not finished']);
      expect(page.text).toContain('Reason: The consent page was cancelled.');
      expect(await latestAttempt(lawyer, mailboxId)).toMatchObject({
        status: 'refused',
        verdict: { cause: 'user-declined', confidence: 'certain' },
      });
    });

    test('says that an administrator has to approve, where the policy of the firm wants one', async () => {
      product.tenant.context.directory.oauth2PermissionGrants = [];
      const { url } = await startSignIn(lawyer, mailboxId);
      const browser = new EntraBrowser();
      await browser.visit(url);
      const { text } = await browser.logIn(product.tenant, lawyerAddress);
      const back = /href="([^"]+)">Return to the application/.exec(text)![1]!.replaceAll('&amp;', '&');
      expect((await comeBack(back)).text).toContain('Reason: An administrator has to approve this.');
      expect(await latestAttempt(lawyer, mailboxId)).toMatchObject({
        status: 'refused',
        verdict: { cause: 'admin-approval-needed', whoCanFix: 'admin' },
      });
    });

    test('says that the secret has expired when the code is redeemed', async () => {
      const { url } = await startSignIn(lawyer, mailboxId);
      const back = await answerOf(product.tenant, url, lawyerAddress);
      await product.fault('secret-expired');
      expect((await comeBack(back)).title).toBe('The sign-in was not finished');
      expect(await latestAttempt(lawyer, mailboxId)).toMatchObject({
        status: 'refused',
        verdict: { cause: 'secret-expired', whoCanFix: 'admin', tokenLost: false },
      });
    });

    test('is not blamed on anybody in an outage', async () => {
      const { url } = await startSignIn(lawyer, mailboxId);
      const back = await answerOf(product.tenant, url, lawyerAddress);
      await product.fault('service-unavailable', { where: 'entra', status: 503 });
      expect((await comeBack(back)).title).toBe('The sign-in could not be completed');
      expect(await latestAttempt(lawyer, mailboxId)).toMatchObject({
        status: 'failed',
        verdict: { cause: 'service-unavailable' },
      });
    });

    test('stores nothing when the token is for another resource', async () => {
      await product.fault('token-wrong-audience');
      await signInAs(lawyerAddress);
      expect(await latestAttempt(lawyer, mailboxId)).toMatchObject({
        verdict: { cause: 'token-wrong-audience' },
      });
      expect(await tokenOf()).toEqual({ kind: 'never' });
    });
  });

  describe('is bound to one answer', () => {
    const unknown = 'This answer belongs to no open sign-in';

    test('a replayed one changes nothing', async () => {
      const { url } = await startSignIn(lawyer, mailboxId);
      const back = await answerOf(product.tenant, url, lawyerAddress);
      await comeBack(back);
      const before = await tokenOf();
      const again = await comeBack(back);
      expect([again.status, again.title]).toEqual([400, unknown]);
      expect(await latestAttempt(lawyer, mailboxId)).toMatchObject({ status: 'signed-in' });
      expect(await tokenOf()).toEqual(before);
    });

    test('a code beside the state of another sign-in is redeemed by nobody', async () => {
      const other = await addMailbox(assistant, entityId, assistantAddress);
      const mine = await startSignIn(lawyer, mailboxId);
      const theirs = await startSignIn(assistant, other.id);
      const crossed = await answerOf(product.tenant, theirs.url, assistantAddress);
      crossed.searchParams.set('state', new URL(mine.url).searchParams.get('state')!);
      expect((await comeBack(crossed)).title).toBe('The sign-in could not be completed');
      expect(await latestAttempt(lawyer, mailboxId)).toMatchObject({
        status: 'failed',
        verdict: { cause: 'request-malformed', retry: 'sign-in-again' },
      });
      expect(await latestAttempt(assistant, other.id)).toMatchObject({ status: 'waiting' });
      expect(await tokenOf()).toEqual({ kind: 'never' });
      await assistant.call('DELETE', `mailboxes/${other.id}`);
    });

    test('a second start ends the link of the first', async () => {
      const first = await startSignIn(lawyer, mailboxId);
      const second = await startSignIn(lawyer, mailboxId);
      expect((await comeBack(await answerOf(product.tenant, first.url, lawyerAddress))).title).toBe(unknown);
      expect(await latestAttempt(lawyer, mailboxId)).toMatchObject({
        id: second.attempt.id,
        status: 'waiting',
      });
      const page = await comeBack(await answerOf(product.tenant, second.url, lawyerAddress));
      expect(page.title).toBe('Verification code received');
    });

    test('and to ten minutes', async () => {
      const { url } = await startSignIn(lawyer, mailboxId);
      const back = await answerOf(product.tenant, url, lawyerAddress);
      ahead = 10 * minuteMs + 1;
      expect(await latestAttempt(lawyer, mailboxId)).toMatchObject({ status: 'expired' });
      expect((await comeBack(back)).title).toBe(unknown);
      expect(await tokenOf()).toEqual({ kind: 'never' });
    });

    test('given up, its answer counts for nothing', async () => {
      const { url } = await startSignIn(lawyer, mailboxId);
      const cancelled = await lawyer.call('DELETE', `mailboxes/${mailboxId}/sign-in`);
      expect(cancelled.body).toMatchObject({ attempt: { status: 'cancelled' } });
      expect((await comeBack(await answerOf(product.tenant, url, lawyerAddress))).title).toBe(unknown);
    });

    test('of a mailbox that was removed meanwhile nothing is left', async () => {
      const { url } = await startSignIn(lawyer, mailboxId);
      const back = await answerOf(product.tenant, url, lawyerAddress);
      await lawyer.call('DELETE', `mailboxes/${mailboxId}`);
      expect((await comeBack(back)).title).toBe(unknown);
    });

    test('of a registration that was replaced meanwhile says so', async () => {
      const { url } = await startSignIn(lawyer, mailboxId);
      const back = await answerOf(product.tenant, url, lawyerAddress);
      const { bare } = product.tenant.seed;
      const { directoryId, applicationId, clientSecret, secretExpiresOn } = bare;
      const values = { directoryId, applicationId, clientSecret, secretExpiresOn };
      const stored = await admin.call('PUT', `entities/${entityId}/registration`, {
        ...values,
        probeMailbox: lawyerAddress,
      });
      expect(stored.status).toBe(200);
      expect((await comeBack(back)).title).toBe('The registration was changed meanwhile');
      expect(await latestAttempt(lawyer, mailboxId)).toMatchObject({
        status: 'failed',
        verdict: { retry: 'sign-in-again' },
      });
    });
  });

  describe('the callback page', () => {
    const callback = (query: string, headers: Record<string, string> = {}) =>
      comeBack(`${product.url}/auth/mailbox/callback?${query}`, { headers });

    test.each<[what: string, query: string]>([
      ['nothing', ''],
      ['no code', 'state=abc'],
      ['a state twice', 'state=abc&state=def&code=x'],
      ['a code twice', 'state=abc&code=x&code=y'],
      ['a state longer than any', `state=${'s'.repeat(201)}&code=x`],
      ['a code longer than any', `state=abc&code=${'c'.repeat(8193)}`],
      ['a state as an object', 'state[a]=1&code=x'],
    ])('with %s is neutral', async (_, query) => {
      const page = await callback(query, { 'accept-language': 'fr-CH, en;q=0.5' });
      expect([page.status, page.language]).toEqual([400, 'fr']);
      expect(page.title).toBe('Cette réponse est incomplète');
    });

    test('knows neither a made-up state nor an empty one', async () => {
      expect((await callback('state=made-up&code=x')).title).toBe('This answer belongs to no open sign-in');
      expect((await callback('state=&code=x')).title).toBe('This answer is not complete');
    });

    test('shows nothing of what an answer says, lets nothing run, and is kept by nobody', async () => {
      const { url } = await startSignIn(lawyer, mailboxId);
      const state = new URL(url).searchParams.get('state')!;
      const html = '<img src=x onerror=alert(1)><script>alert(2)</script>';
      const said = new URLSearchParams({ state, error: `access_denied${html}`, error_description: html });
      const page = await callback(said.toString());
      expect(page.status).toBe(200);
      expect(page.html).not.toMatch(/<img|<script|onerror/);
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect(page.headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; .*form-action 'none'; frame-ancestors 'none'$/,
      );
      expect(await latestAttempt(lawyer, mailboxId)).toMatchObject({ status: 'refused' });
    });

    test('takes nothing but GET: a scanner of links spends no state', async () => {
      const { url } = await startSignIn(lawyer, mailboxId);
      const back = await answerOf(product.tenant, url, lawyerAddress);
      for (const method of ['HEAD', 'POST', 'PUT']) expect((await fetch(back, { method })).status).toBe(404);
      expect((await comeBack(back)).title).toBe('Verification code received');
    });
  });

  test('is for those who may use the mailbox, and administrators; to all others it does not exist', async () => {
    for (const [method, rest, body] of [
      ['POST', 'sign-in', { language: 'en' }],
      ['GET', 'sign-in', undefined],
      ['DELETE', 'sign-in', undefined],
      ['POST', 'pending-grant', { id: crypto.randomUUID(), accept: true }],
    ] as const) {
      const path = `mailboxes/${mailboxId}/${rest}`;
      expect((await assistant.call<Problem>(method, path, body)).status).toBe(404);
      const neighbour = await product.as('admin@nachbar.example');
      expect((await neighbour.call<Problem>(method, path, body)).status).toBe(404);
    }
    expect((await lawyer.call('POST', `mailboxes/${mailboxId}/sign-in`, { language: 'xx' })).status).toBe(
      422,
    );
    expect(await latestAttempt(admin, mailboxId)).toBeNull();
  });

  test('needs a registration first', async () => {
    const entity = (await admin.call('POST', 'entities', { name: 'Bern', modules: ['mail'] })).body;
    const { id } = await addMailbox(lawyer, entity.id, lawyerAddress);
    const answer = await lawyer.call<Problem>('POST', `mailboxes/${id}/sign-in`, { language: 'en' });
    expect([answer.status, answer.body.code]).toEqual([409, 'registration-missing']);
  });

  test('is in the audit log with who began it and who signed in, and no secret is anywhere', async () => {
    const { url } = await startSignIn(lawyer, mailboxId);
    const state = new URL(url).searchParams.get('state')!;
    const back = await answerOf(product.tenant, url, lawyerAddress);
    const page = await comeBack(back);
    await signInAs(assistantAddress);
    const { events } = (await admin.call<AuditLog>('GET', 'audit-events')).body;
    const mine = events.filter(({ entityId: id }) => id === entityId);
    expect(mine.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['mailbox-sign-in-started', 'mailbox-signed-in', 'mailbox-sign-in-refused']),
    );
    expect(mine.find(({ action }) => action === 'mailbox-sign-in-refused')!.details).toEqual({
      address: lawyerAddress,
      startedBy: 'Laura Meier',
      why: 'other-person',
      signedInAs: assistantAddress,
    });
    const answered = await tokenOf();
    if (answered.kind !== 'token') throw new Error(answered.kind);
    const secrets = [state, back.searchParams.get('code')!, answered.token.accessToken];
    const shown = [product.logged(), page.html, JSON.stringify(events)].join('\n');
    for (const secret of secrets) expect(shown).not.toContain(secret);
  });
});
