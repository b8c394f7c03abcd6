import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';

import { parseCustomCloud } from '../../../src/server/config/custom-cloud.ts';
import { connectPop3, testPop3 } from '../../../src/server/protocols/pop3/index.ts';
import { codeOf, control, postToken, readyForm, setFault } from './entra-browser.ts';
import { addressOf, MailTenant } from './exchange-client.ts';

let tenant: MailTenant;
beforeAll(async () => {
  tenant = await MailTenant.start();
});
afterEach(() => tenant.hangUp());
afterAll(() => tenant.close());
beforeEach(async () => {
  await control(tenant.tenant, 'reset');
  tenant.allowSmtp();
});

const lawyer = addressOf('lawyer');
const mailScopes =
  'openid profile offline_access https://outlook.office.com/POP.AccessAsUser.All https://outlook.office.com/SMTP.Send';

/** The access token of a person who signs in on Entra's pages to the ready registration. */
async function signInAtEntra(userName = lawyer): Promise<string> {
  const code = await codeOf(tenant.tenant, userName, { scope: mailScopes });
  const form = readyForm(tenant.tenant, { grant_type: 'authorization_code', code, scope: mailScopes });
  const { body } = await postToken(tenant.tenant, form);
  if (!body['access_token']) throw new Error(JSON.stringify(body));
  return body['access_token'];
}

test('one sign-in at Entra opens POP3 and SMTP, also of the shared mailbox by POP3', async () => {
  const token = await signInAtEntra();
  expect((await tenant.popAs(lawyer, token)).answer).toMatch(/^\+OK/);
  expect((await tenant.popAs(addressOf('kanzlei'), token)).answer).toMatch(/^\+OK/);
  expect((await tenant.smtpAs(lawyer, token)).answer).toMatch(/^235 /);
});

test('a token of the fault token-wrong-audience opens neither', async () => {
  await setFault(tenant.tenant, 'token-wrong-audience');
  const token = await signInAtEntra();
  expect((await tenant.popAs(lawyer, token)).answer).toMatch(/^-ERR Authentication failure/);
  expect((await tenant.smtpAs(lawyer, token)).answer).toMatch(/^535 5\.7\.3 /);
});

test('a token outlives the revocation of its grant until it expires', async () => {
  const token = await signInAtEntra();
  await setFault(tenant.tenant, 'grant-revoked');
  expect((await tenant.popAs(lawyer, token)).answer).toMatch(/^\+OK/);
  await control(tenant.tenant, 'clock', { advanceSeconds: 2 * 3600 });
  expect((await tenant.popAs(lawyer, token)).answer).toMatch(/^-ERR Authentication failure/);
});

test("the tenant's cloud definition is one that the product accepts, mail hosts with their authority included", () => {
  const parsed = parseCustomCloud(JSON.stringify(tenant.tenant.clientCloudEndpoints()));
  expect(parsed).toMatchObject({ cloud: { pop: tenant.hosts.pop, smtp: tenant.hosts.smtp } });
});

test("the product's POP3 client proves a mailbox, and retrieves what was sent by SMTP byte for byte", async () => {
  const { client } = await tenant.smtpAs(lawyer, await signInAtEntra());
  const message = `From: <${lawyer}>\r\nSubject: Roh\r\n\r\n.\r\n..x\r\n\x80\r\n`;
  for (const command of [`MAIL FROM:<${lawyer}>`, `RCPT TO:<${lawyer}>`, 'DATA'])
    await client.command(command);
  expect(await client.command(`${message.replace(/^\./gm, '..')}.`)).toMatch(/^250 /);
  const credentials = { user: lawyer, accessToken: await signInAtEntra() };
  const options = { ...tenant.hosts.pop, credentials, now: () => performance.now() };
  expect(await testPop3(options)).toMatchObject({ maildrop: { messages: 2 } });
  const pop = await connectPop3(tenant.hosts.pop);
  await pop.authXoauth2(credentials);
  const chunks: Uint8Array[] = [];
  for await (const chunk of await pop.retr(2)) chunks.push(chunk);
  await pop.quit();
  expect(Buffer.concat(chunks).toString('utf8')).toMatch(new RegExp(`${message.replaceAll('.', '\\.')}$`));
});
