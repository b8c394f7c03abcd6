import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import nodemailer from 'nodemailer';

import { control, setFault } from './entra-browser.ts';
import { addressOf, dialTcp, dialTls, MailTenant, xoauth2 } from './exchange-client.ts';

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
const assistant = addressOf('assistant');
const fault = (name: string, parameters: Record<string, unknown> = {}) =>
  setFault(tenant.tenant, name, parameters);

const popAnswer = async (address = lawyer): Promise<string> =>
  (await tenant.popAs(address, await tenant.token(address === lawyer ? 'lawyer' : 'assistant'))).answer;
const smtpAnswer = async (address = lawyer): Promise<string> =>
  (await tenant.smtpAs(address, await tenant.token(address === lawyer ? 'lawyer' : 'assistant'))).answer;

const welcome = '+OK User successfully authenticated.';
const popRefused = '-ERR Authentication failure: unknown user name or bad password.';
const smtpAccepted = '235 2.7.0 Authentication successful';

/** Sends as a program does that uses nodemailer; what it was refused with, or what the server said at the end. */
async function submit(token: string, message: { to?: string; text?: string } = {}): Promise<string> {
  const { host, port, ca } = tenant.hosts.smtp;
  const transport = nodemailer.createTransport({
    host,
    port,
    requireTLS: true,
    tls: { ca, servername: 'localhost' },
    connectionTimeout: 5000,
    greetingTimeout: 5000,
    socketTimeout: 5000,
    // Named XOAUTH2 it would give way to LOGIN, which Exchange names first.
    auth: { type: 'custom', method: 'BEARER', user: lawyer, pass: token },
    customAuth: {
      BEARER: async (context) => {
        await context.sendCommand('AUTH XOAUTH2');
        const answer = await context.sendCommand(xoauth2(lawyer, token));
        if (answer.status !== 235) throw new Error(answer.response);
      },
    },
  });
  try {
    const { response } = await transport.sendMail({
      from: lawyer,
      to: message.to ?? assistant,
      subject: 'Testnachricht äöü',
      text: message.text ?? 'Es geht.\n.\nWirklich.',
    });
    return response;
  } catch (error) {
    return error instanceof Error && 'response' in error ? String(error.response) : String(error);
  }
}

describe('a program with nodemailer', () => {
  test('sends a message that the recipient retrieves by POP3', async () => {
    expect(await submit(await tenant.token('lawyer'))).toMatch(/^250 2\.0\.0 OK </);
    expect((await tenant.folder('assistant', 'inbox'))[0]).toMatchObject({
      subject: 'Testnachricht äöü',
      body: { content: 'Es geht.\r\n.\r\nWirklich.\r\n' },
    });
    const { client } = await tenant.popAs(assistant, await tenant.token('assistant'));
    await client.command('RETR 2');
    expect(await client.multiline()).toContain('..');
  });
});

describe('sign-in is refused', () => {
  test.each<[string, Record<string, unknown>, RegExp, string]>([
    [
      'smtp-auth-disabled-tenant',
      {},
      /^535 5\.7\.139 .*SmtpClientAuthentication is disabled for the Tenant/,
      welcome,
    ],
    [
      'smtp-auth-disabled-mailbox',
      { address: lawyer },
      /^535 5\.7\.139 .*SmtpClientAuthentication is disabled for the Mailbox/,
      welcome,
    ],
    ['auth-policy-blocked', {}, /^535 5\.7\.139 .*did not meet the criteria/, popRefused],
    ['pop-disabled-or-no-licence', { address: lawyer }, /^235 /, popRefused],
    ['mailbox-missing', { address: lawyer }, /^535 5\.7\.3 /, popRefused],
    ['user-disabled', { address: lawyer }, /^535 5\.7\.3 /, popRefused],
    ['service-unavailable', {}, /^451 4\.7\.0 /, '-ERR Server Unavailable. 21'],
    ['throttled', {}, /^451 4\.7\.500 /, '-ERR Server Unavailable. 21'],
  ])('while %s is on', async (name, parameters, smtp, pop) => {
    await fault(name, parameters);
    expect(await smtpAnswer()).toMatch(smtp);
    expect(await popAnswer()).toBe(pop);
  });

  test.each(['smtp-auth-disabled-mailbox', 'pop-disabled-or-no-licence', 'mailbox-missing', 'user-disabled'])(
    'for the named mailbox of %s alone',
    async (name) => {
      await fault(name, { address: lawyer });
      expect(await smtpAnswer(assistant)).toBe(smtpAccepted);
      expect(await popAnswer(assistant)).toBe(welcome);
    },
  );

  test('by POP3 for too many connections, which SMTP says after the message', async () => {
    await fault('too-many-connections', { address: lawyer });
    expect(await popAnswer()).toMatch(/^-ERR .*MsgUserConnectionLimitReached/);
    expect(await submit(await tenant.token('lawyer'))).toMatch(
      /^432 4\.3\.2 .*[Cc]oncurrent connections limit/,
    );
  });
});

describe('a message is refused', () => {
  test.each<[string, Record<string, unknown>, RegExp]>([
    ['send-as-denied', {}, /^554 5\.2\.0 .*SendAsDenied/],
    ['send-as-denied', { address: lawyer }, /^554 5\.2\.0 .*SendAsDenied/],
    ['sending-blocked', { address: lawyer }, /^550 5\.1\.8 /],
    ['send-limit-exceeded', { address: lawyer }, /^554 5\.2\.0 .*SubmissionQuotaExceeded/],
    ['mailbox-full', { address: lawyer }, /^554 5\.2\.2 .*QuotaExceeded/],
    ['message-too-large', { bytes: 100 }, /^552 5\.3\.4 /],
    ['recipient-rejected', { address: assistant }, /^550 5\.1\.10 /],
    ['recipient-rejected', {}, /^550 5\.1\.10 /],
  ])('while %s %j is on', async (name, parameters, reply) => {
    await fault(name, parameters);
    expect(await submit(await tenant.token('lawyer'))).toMatch(reply);
    expect(await tenant.folder('assistant', 'inbox')).toHaveLength(1);
    expect(await tenant.folder('lawyer', 'sentitems')).toEqual([]);
  });

  test.each<[string, Record<string, unknown>]>([
    ['send-as-denied', { address: assistant }],
    ['sending-blocked', { address: assistant }],
    ['message-too-large', { bytes: 100_000 }],
    ['recipient-rejected', { address: 'other@elsewhere.example' }],
    ['throttled', { where: 'pop3' }],
  ])('but not this one while %s %j is on', async (name, parameters) => {
    await fault(name, parameters);
    expect(await submit(await tenant.token('lawyer'))).toMatch(/^250 /);
  });

  test('while a session that is already signed in is throttled', async () => {
    const { client } = await tenant.smtpAs(lawyer, await tenant.token('lawyer'));
    await fault('throttled', { where: 'smtp' });
    expect(await client.command(`MAIL FROM:<${lawyer}>`)).toMatch(/^451 4\.7\.500 /);
  });

  test('for a full mailbox of the recipient it is taken, and bounces unheard', async () => {
    await fault('mailbox-full', { address: assistant });
    expect(await submit(await tenant.token('lawyer'))).toMatch(/^250 /);
    expect(await tenant.folder('assistant', 'inbox')).toHaveLength(1);
  });
});

describe('POP3', () => {
  test('offers PIPELINING while that is on', async () => {
    await fault('pipelining');
    const client = await tenant.pop();
    await client.command('CAPA');
    expect(await client.multiline()).toContain('PIPELINING');
  });
});

describe('the wire', () => {
  test('SMTP without STARTTLS offers none, and a client that wants TLS gets nowhere', async () => {
    await fault('starttls-missing');
    const client = await dialTcp(tenant.hosts.smtp);
    await client.line();
    client.send('EHLO client.example\r\n');
    expect((await client.reply()).join()).not.toContain('STARTTLS');
    expect(await client.command('STARTTLS')).toMatch(/^500 5\.3\.3 /);
    client.close();
  });

  test.each([
    ['self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['expired', 'CERT_HAS_EXPIRED'],
    ['wrong-name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('a %s certificate is shown by the host named, the other keeps its good one', async (kind, code) => {
    await fault('tls-untrusted', { where: 'pop3', kind });
    await expect(dialTls(tenant.hosts.pop)).rejects.toMatchObject({ code });
    expect(await smtpAnswer()).toBe(smtpAccepted);
    await fault('tls-untrusted', { where: 'smtp', kind });
    await expect(tenant.smtp()).rejects.toMatchObject({ code });
    expect(await popAnswer()).toBe(welcome);
  });

  test('TLS 1.1 is not spoken', async () => {
    await expect(dialTls(tenant.hosts.pop, { maxVersion: 'TLSv1.1' })).rejects.toThrow();
  });

  test.each(['connect', 'tls'])('a connection drops at %s before a word is said', async (stage) => {
    await fault('connection-dropped', { where: 'pop3', stage });
    await expect(tenant.pop()).rejects.toThrow();
    await fault('connection-dropped', { where: 'smtp', stage });
    await expect(tenant.smtp()).rejects.toThrow();
  });

  test('a connection drops in the middle of RETR', async () => {
    const { client } = await tenant.popAs(lawyer, await tenant.token('lawyer'));
    await fault('connection-dropped', { where: 'pop3', stage: 'retr' });
    client.send('RETR 1\r\n');
    const part = await client.untilClosed();
    expect(part).toMatch(/^\+OK\r\nFrom: /);
    expect(part).not.toContain('\r\n.\r\n');
  });

  test('when QUIT is cut off, the messages are deleted all the same; when the acceptance is, the message is sent', async () => {
    const { client } = await tenant.popAs(lawyer, await tenant.token('lawyer'));
    await client.command('DELE 1');
    await fault('connection-dropped', { where: 'pop3', stage: 'quit' });
    client.send('QUIT\r\n');
    await client.untilClosed();
    expect(await tenant.folder('lawyer', 'inbox')).toEqual([]);
    await fault('connection-dropped', { where: 'smtp', stage: 'message' });
    expect(await submit(await tenant.token('lawyer'))).not.toMatch(/^250 2\.0\.0 OK <.*Hostname/);
    expect(await tenant.folder('assistant', 'inbox')).toHaveLength(2);
  });

  test('a proxy in between speaks HTTP and no TLS', async () => {
    await fault('proxy-blocked', { where: 'smtp' });
    const client = await dialTcp(tenant.hosts.smtp);
    expect(await client.untilClosed()).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n/);
    await fault('proxy-blocked', { where: 'pop3' });
    await expect(dialTls(tenant.hosts.pop)).rejects.toMatchObject({ code: 'ERR_SSL_WRONG_VERSION_NUMBER' });
  });

  test('an answer takes as long as the latency says', async () => {
    await fault('latency', { where: 'pop3', ms: 150 });
    const begin = performance.now();
    await tenant.pop();
    expect(performance.now() - begin).toBeGreaterThanOrEqual(145);
  });

  test('a host that is silent accepts the connection and nothing more, and closes with the tenant', async () => {
    const own = await MailTenant.start();
    own.context.faults.set('timeout', { on: true, where: 'smtp' });
    const client = await dialTcp(own.hosts.smtp);
    client.send('EHLO client.example\r\n');
    const silence = client.untilClosed();
    await own.close();
    expect(await silence).toBe('');
  });

  test('a client that keeps silent is sent away in time', async () => {
    const own = await MailTenant.start({ idleMs: { beforeSignIn: 100, afterSignIn: 100 } });
    const pop = await own.pop();
    expect(await pop.line()).toMatch(/^-ERR Connection is closed/);
    const smtp = await own.smtp();
    expect(await smtp.line()).toMatch(/^421 4\.4\.1 /);
    await own.close();
  });
});
