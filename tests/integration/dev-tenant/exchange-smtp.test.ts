import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { addressOf, dialTcp, MailTenant, xoauth2, type LineClient, type Person } from './exchange-client.ts';

let tenant: MailTenant;
beforeAll(async () => {
  tenant = await MailTenant.start();
});
afterEach(() => tenant.hangUp());
afterAll(() => tenant.close());
beforeEach(async () => {
  await tenant.context.reset();
  tenant.allowSmtp();
});

const lawyer = addressOf('lawyer');
const assistant = addressOf('assistant');
const shared = addressOf('kanzlei');
const authenticated = '235 2.7.0 Authentication successful';
const unsuccessful = /^535 5\.7\.3 Authentication unsuccessful \[.+\]$/;

const signIn = async (user: string, person: Person) => tenant.smtpAs(user, await tenant.token(person));

async function signedIn(person: Person = 'lawyer'): Promise<LineClient> {
  const { client, answer } = await signIn(addressOf(person), person);
  expect(answer).toBe(authenticated);
  return client;
}

const mail = (from = lawyer, text = 'Guten Tag'): string =>
  `From: Absender <${from}>\r\nTo: ${assistant}\r\nSubject: =?utf-8?Q?Gr=C3=BCsse?=\r\n\r\n${text}\r\n`;

/** A whole transaction; the reply to the message, or the first refusal. */
async function send(
  client: LineClient,
  { from = lawyer, to = [assistant], message = mail(from) } = {},
): Promise<string> {
  const commands = [`MAIL FROM:<${from}>`, ...to.map((address) => `RCPT TO:<${address}>`), 'DATA'];
  for (const command of commands) {
    const answer = await client.command(command);
    if (!/^[23]/.test(answer)) return answer;
  }
  return client.command(`${message.replace(/^\./gm, '..')}.`);
}

describe('before TLS', () => {
  test('the host greets, offers STARTTLS and no sign-in, and takes no mail', async () => {
    const client = await dialTcp(tenant.hosts.smtp);
    expect(await client.line()).toMatch(/^220 \S+ Microsoft ESMTP MAIL Service ready at /);
    expect(await client.command('MAIL FROM:<a@b.example>')).toBe('503 5.5.2 Send hello first');
    client.send('EHLO client.example\r\n');
    const offered = (await client.reply()).map((line) => line.slice(4));
    expect(offered.slice(1)).toEqual([
      'SIZE 157286400',
      'PIPELINING',
      'DSN',
      'ENHANCEDSTATUSCODES',
      'STARTTLS',
      '8BITMIME',
      'SMTPUTF8',
    ]);
    expect(await client.command(`MAIL FROM:<${lawyer}>`)).toMatch(
      /^451 5\.7\.3 STARTTLS is required to send mail/,
    );
    expect(await client.command('AUTH XOAUTH2')).toMatch(/^504 5\.7\.4/);
  });

  test('commands sent along with STARTTLS in clear are not obeyed', async () => {
    const client = await dialTcp(tenant.hosts.smtp);
    await client.line();
    client.send('EHLO client.example\r\n');
    await client.reply();
    expect(await client.command('STARTTLS\r\nEHLO evil.example')).toBe('220 2.0.0 SMTP server ready');
    await client.secure(tenant.hosts.smtp.ca);
    expect(await client.command('MAIL FROM:<a@b.example>')).toBe('503 5.5.2 Send hello first');
  });
});

describe('sign-in', () => {
  test('over TLS is offered by LOGIN and XOAUTH2, in one line or two; without it no mail is taken', async () => {
    const client = await tenant.smtp();
    client.send('EHLO client.example\r\n');
    expect(await client.reply()).toContain('250-AUTH LOGIN XOAUTH2');
    expect(await client.command(`MAIL FROM:<${lawyer}>`)).toMatch(
      /^530 5\.7\.57 Client not authenticated to send mail/,
    );
    const blob = xoauth2(lawyer, await tenant.token('lawyer'));
    expect(await client.command(`AUTH XOAUTH2 ${blob}`)).toBe(authenticated);
    expect(await client.command('AUTH XOAUTH2')).toMatch(/^503 /);
    const other = await tenant.smtp();
    expect(await other.command('AUTH XOAUTH2')).toBe('334 ');
    expect(await other.command(blob)).toBe(authenticated);
  });

  test('by password is refused after both questions; an unknown mechanism and a cancelled exchange are, too', async () => {
    const client = await tenant.smtp();
    expect(await client.command('AUTH LOGIN')).toBe('334 VXNlcm5hbWU6');
    expect(await client.command(Buffer.from(lawyer).toString('base64'))).toBe('334 UGFzc3dvcmQ6');
    expect(await client.command(Buffer.from('Demo-2026!').toString('base64'))).toMatch(
      /^535 5\.7\.139 .*basic authentication is disabled/,
    );
    expect(await client.command('AUTH OAUTHBEARER')).toMatch(/^504 5\.7\.4/);
    expect(await client.command('AUTH XOAUTH2')).toBe('334 ');
    expect(await client.command('*')).toMatch(/^501 /);
    expect(await client.command('AUTH XOAUTH2 !!!')).toMatch(unsuccessful);
  });

  test.each<[string, Record<string, unknown>, number]>([
    ['for Graph', { aud: 'https://graph.microsoft.com' }, 3600],
    ['without the right to send', { scp: 'POP.AccessAsUser.All' }, 3600],
    ['that has expired', {}, -60],
  ])('with a token %s is 5.7.3', async (_name, claims, seconds) => {
    const { answer } = await tenant.smtpAs(lawyer, await tenant.token('lawyer', claims, seconds));
    expect(answer).toMatch(unsuccessful);
  });

  test('as somebody else is 5.7.3', async () => {
    expect((await signIn(lawyer, 'assistant')).answer).toMatch(unsuccessful);
    expect((await signIn(shared, 'assistant')).answer).toMatch(unsuccessful);
  });

  test('needs Authenticated SMTP: the mailbox decides, or else the organisation', async () => {
    for (const organisation of tenant.context.directory.tenants)
      organisation.smtpClientAuthenticationDisabled = true;
    const mailbox = tenant.mailbox(lawyer);
    expect((await signIn(lawyer, 'lawyer')).answer).toMatch(/^535 5\.7\.139 .*disabled for the Tenant/);
    mailbox.smtpClientAuthenticationDisabled = false;
    expect((await signIn(lawyer, 'lawyer')).answer).toBe(authenticated);
    tenant.allowSmtp();
    mailbox.smtpClientAuthenticationDisabled = true;
    expect((await signIn(lawyer, 'lawyer')).answer).toMatch(/^535 5\.7\.139 .*disabled for the Mailbox/);
  });
});

describe('a message', () => {
  test('arrives by Graph and by POP3 as it was sent, and lies among the sent items', async () => {
    const client = await signedIn();
    const message = mail(lawyer, 'Zeile\r\n.mit Punkt\r\n..mit zwei\r\näöü');
    expect(await send(client, { message })).toMatch(/^250 2\.0\.0 OK <\S+@muster\.example> \[Hostname=/);
    const [received] = await tenant.folder('assistant', 'inbox');
    expect(received).toMatchObject({
      subject: 'Grüsse',
      isRead: false,
      from: { emailAddress: { name: 'Absender', address: lawyer } },
      body: { contentType: 'text', content: 'Zeile\r\n.mit Punkt\r\n..mit zwei\r\näöü\r\n' },
    });
    expect(await tenant.folder('lawyer', 'sentitems')).toMatchObject([{ subject: 'Grüsse' }]);
    const { client: pop } = await tenant.popAs(assistant, await tenant.token('assistant'));
    await pop.command('RETR 2');
    const lines = await pop.multiline();
    expect(lines.slice(-4)).toEqual([
      'Zeile',
      '..mit Punkt',
      '...mit zwei',
      Buffer.from('äöü').toString('latin1'),
    ]);
    expect(lines[0]).toMatch(/^Received: from \[/);
  });

  test('to hidden recipients does not name them, elsewhere is taken and dropped', async () => {
    const client = await signedIn();
    const message = `Bcc: ${addressOf('admin')},\r\n somebody@elsewhere.example\r\n${mail()}`;
    const to = [assistant, addressOf('admin'), 'somebody@elsewhere.example'];
    expect(await send(client, { to, message })).toMatch(/^250 /);
    const { client: pop } = await tenant.popAs(addressOf('admin'), await tenant.token('admin'));
    await pop.command('RETR 2');
    expect((await pop.multiline()).join('\n')).not.toMatch(/bcc|elsewhere/i);
    expect((await tenant.folder('lawyer', 'sentitems'))[0]).toMatchObject({
      bccRecipients: [
        { emailAddress: { address: addressOf('admin') } },
        { emailAddress: { address: 'somebody@elsewhere.example' } },
      ],
    });
  });

  test('without a line of its own is stored, in HTML with attachment is read by its parts', async () => {
    const client = await signedIn();
    const parts = [
      '--b\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Gr=FCezi=\r\n</p>\r\n',
      '--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\nJVBERg==\r\n',
      '--b--\r\n',
    ];
    const header = `From: <${lawyer}>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n`;
    expect(await send(client, { message: header + parts.join('') })).toMatch(/^250 /);
    expect((await tenant.folder('assistant', 'inbox'))[0]).toMatchObject({
      body: { contentType: 'html', content: '<p>Grüezi</p>' },
      hasAttachments: true,
    });
    expect(await send(client, { message: `From: <${lawyer}>\r\n\r\n` })).toMatch(/^250 /);
  });

  test('to a recipient that the tenant does not have is refused at RCPT, the others stay', async () => {
    const client = await signedIn();
    expect(await client.command(`MAIL FROM:<${lawyer}> SIZE=1000 BODY=8BITMIME SMTPUTF8`)).toBe(
      '250 2.1.0 Sender OK',
    );
    expect(await client.command('RCPT TO:<nobody@muster.example>')).toMatch(/^550 5\.1\.10 /);
    expect(await client.command('RCPT TO:<user@nachbar.example> NOTIFY=NEVER')).toBe(
      '250 2.1.5 Recipient OK',
    );
    expect(await client.command('RCPT TO:<not an address>')).toBe('501 5.1.7 Invalid address');
    expect(await client.command('RSET')).toBe('250 2.0.0 Resetting');
    expect(await client.command('RCPT TO:<user@nachbar.example>')).toBe('503 5.5.2 Need mail command');
  });

  test.each([
    ['bare line feeds', `From: <${lawyer}>\r\n\r\na\nb\r\n`, /^550 5\.6\.11 /],
    ['no From', 'Subject: x\r\n\r\ntext\r\n', /^550 5\.7\.512 /],
    ['a foreign From', mail(assistant), /^554 5\.2\.0 .*SendAsDenied/],
  ])('with %s is refused', async (_name, message, refusal) => {
    const client = await signedIn();
    expect(await send(client, { message })).toMatch(refusal);
    expect(await tenant.folder('assistant', 'inbox')).toHaveLength(1);
  });

  test('with a foreign envelope sender is refused, too', async () => {
    const client = await signedIn();
    expect(await send(client, { from: assistant, message: mail(lawyer) })).toMatch(
      /^554 5\.2\.0 .*SendAsDenied/,
    );
  });

  test('above 35 MB is refused by its announced size and at its end, and the session goes on', async () => {
    const client = await signedIn();
    expect(await client.command(`MAIL FROM:<${lawyer}> SIZE=36700161`)).toMatch(/^552 5\.3\.4 /);
    const message = `${mail()}${`${'x'.repeat(998)}\r\n`.repeat(36_701)}`;
    expect(message.length).toBeGreaterThan(36_700_160);
    expect(await send(client, { message })).toMatch(/^552 5\.3\.4 /);
    expect(await client.command('NOOP')).toBe('250 2.0.0 OK');
  });
});

describe('a shared mailbox', () => {
  test('sends through the delegate with Send As; the copy lies with the delegate', async () => {
    const client = await signedIn();
    expect(await send(client, { from: shared })).toMatch(/^250 /);
    expect((await tenant.folder('assistant', 'inbox'))[0]).toMatchObject({
      from: { emailAddress: { address: shared } },
    });
    expect(await tenant.folder('lawyer', 'sentitems')).toHaveLength(1);
  });

  test('is refused to who has no Send As', async () => {
    const client = await signedIn('assistant');
    expect(await send(client, { from: shared })).toMatch(/^554 5\.2\.0 .*SendAsDenied/);
  });

  test('is no user of its own, unless the tenant plays by the page of Microsoft', async () => {
    expect((await signIn(shared, 'lawyer')).answer).toMatch(unsuccessful);
    tenant.context.faults.set('shared-smtp-sign-in', { on: true });
    const { client, answer } = await signIn(shared, 'lawyer');
    expect(answer).toBe(authenticated);
    expect(await send(client, { from: shared })).toMatch(/^250 /);
  });
});

describe('limits', () => {
  test('a fourth connection at the same time may not send; one less and it may', async () => {
    const others = [await signedIn('admin'), await signedIn('admin'), await signedIn('admin')];
    const fourth = await signedIn('admin');
    expect(await send(fourth, { from: addressOf('admin') })).toMatch(
      /^432 4\.3\.2 Concurrent connections limit exceeded/,
    );
    expect(await others[0]?.command('QUIT')).toBe('221 2.0.0 Service closing transmission channel');
    await others[0]?.untilClosed();
    expect(await send(fourth, { from: addressOf('admin') })).toMatch(/^250 /);
  });

  test('of 31 messages in a minute the last waits for the next minute', async () => {
    const client = await signedIn('operator');
    const from = addressOf('operator');
    for (let count = 0; count < 31; count++) expect(await send(client, { from })).toMatch(/^250 /);
    expect(await tenant.folder('operator', 'sentitems')).toHaveLength(30);
  });

  test('a message has 500 recipients, a day 10,000', async () => {
    const client = await signedIn('itadmin');
    const from = addressOf('itadmin');
    const to = Array.from({ length: 501 }, (_, index) => `a${index}@elsewhere.example`);
    expect(await send(client, { from, to })).toMatch(/^452 4\.5\.3 /);
    await client.command('RSET');
    const recipients = to.slice(1).map((address) => `RCPT TO:<${address}>`);
    for (let count = 0; count < 20; count++) {
      // All at once, as PIPELINING allows.
      const commands = [`MAIL FROM:<${from}>`, ...recipients, 'DATA'];
      client.send(commands.map((command) => `${command}\r\n`).join(''));
      const answers = new Set<string>();
      for (const _ of commands) answers.add(await client.line());
      expect([...answers].map((answer) => answer.slice(0, 3))).toEqual(['250', '250', '354']);
      expect(await client.command(`${mail(from)}.`)).toMatch(/^250 /);
    }
    expect(await send(client, { from })).toMatch(/^554 5\.2\.0 .*SubmissionQuotaExceeded/);
    tenant.context.advanceClock(25 * 3_600_000);
    expect(await send(client, { from })).toMatch(/^250 /);
  });

  test('ten commands that make no sense end the session, as does a line without end', async () => {
    const client = await tenant.smtp();
    for (let count = 1; count < 10; count++) expect(await client.command('STAT')).toMatch(/^500 5\.3\.3 /);
    expect(await client.command('STAT')).toMatch(/^421 4\.7\.0 /);
    await client.untilClosed();
    const other = await tenant.smtp();
    other.send('x'.repeat(20_000));
    expect(await other.line()).toBe('500 5.5.2 Line too long');
    await other.untilClosed();
  });
});
