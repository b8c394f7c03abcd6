import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { composeMail, sendMail, SmtpError, testSmtp } from '../../../src/server/protocols/smtp/index.ts';
import { startDovecot, type Dovecot } from '../../support/dovecot.ts';
import { startMailSink, type MailSink } from '../../support/mail-sink.ts';
import { startPostfix, type Postfix } from '../../support/postfix.ts';
import { describeWithPostfix } from '../../support/postfix-suite.ts';
import { startRelay } from '../pop3/relay.ts';

const anna = 'anna@muster.example';
const shared = 'kanzlei@muster.example';
const now = () => performance.now();

describeWithPostfix('submission to Postfix', () => {
  let dovecot: Dovecot;
  let sink: MailSink;
  let postfix: Postfix;

  beforeAll(async () => {
    [dovecot, sink] = await Promise.all([startDovecot(), startMailSink()]);
    const senders = { [anna]: anna, [shared]: anna, 'eve@muster.example': 'eve@muster.example' };
    postfix = await startPostfix({ saslPort: dovecot.saslPort, sinkPort: sink.port, senders });
  });
  afterAll(async () => {
    await postfix.stop();
    await Promise.all([dovecot.stop(), sink.close()]);
  });

  const target = async (claims = {}) => {
    const { host, port, ca } = postfix;
    return { host, port, ca, credentials: { user: anna, accessToken: await dovecot.token(anna, claims) } };
  };
  const message = (...lines: string[]) =>
    Buffer.from(['Subject: x', `From: ${anna}`, '', ...lines, ''].join('\r\n'), 'latin1');
  const failureOf = async (promise: Promise<unknown>): Promise<SmtpError> => {
    const error = await promise.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(SmtpError);
    return error as SmtpError;
  };

  test('a sign-in is proven in eight round trips', async () => {
    const relay = await startRelay(postfix.port);
    const answer = await testSmtp({ ...(await target()), port: relay.port, now });
    expect(answer.error).toBeUndefined();
    expect(answer.steps.map(({ stage }) => stage)).toEqual(['connect', 'greeting', 'starttls', 'auth']);
    expect(answer.largestMessage).toBe(1_000_000);
    // The greeting comes unasked, so the relay does not count it.
    expect(relay.roundTrips() + 1).toBe(8);
    await relay.close();
  });

  test('a token of over 4,096 characters is sent as it is', async () => {
    const groups = Array.from({ length: 80 }, (_, index) =>
      `11111111-2222-3333-4444-${index}`.padEnd(36, '0'),
    );
    const answer = await testSmtp({ ...(await target({ groups })), now });
    expect(answer.error).toBeUndefined();
  });

  test.each([
    ['expired', { expiresAt: 1_000_000_000 }],
    ['of another issuer', { issuer: 'https://elsewhere.example' }],
  ])('a token that is %s is refused with the decoded reason', async (_, claims) => {
    const { error } = await testSmtp({ ...(await target(claims)), now });
    expect(error).toMatchObject({
      stage: 'auth',
      failure: 'refused',
      replyCode: 535,
      enhancedCode: '5.7.8',
      xoauth2: { status: expect.stringMatching(/^40\d$|invalid/) as unknown },
    });
  });

  test('a composed mail arrives with its subject and text', async () => {
    const fields = {
      subject: 'Prüfung',
      text: 'Grüezi\n.\nEnde',
      date: new Date(),
      messageId: '<1@connect>',
    };
    const mail = await composeMail({ from: anna, to: anna, ...fields });
    const sent = await sendMail({ ...(await target()), envelope: { from: anna, to: [anna] }, message: mail });
    expect(sent).toMatchObject({
      accepted: [anna],
      refused: [],
      reply: expect.stringMatching(/^250 2\.0\.0/) as unknown,
    });
    const { from, to, content } = await sink.mailTo(anna);
    expect({ from, to }).toEqual({ from: anna, to: [anna] });
    expect(content).toContain('Message-ID: <1@connect>\r\n');
    expect(content).toContain('Auto-Submitted: auto-generated\r\n');
    expect(content.split('\r\n\r\n')[1]).toBe('Gr=C3=BCezi\r\n.\r\nEnde\r\n');
  });

  test('eight-bit content and dots at the beginning of lines arrive as they were', async () => {
    const lines = ['Gr\xfcezi \x80\xff', '.', '..', '.one', 'end'];
    const to = 'dots@muster.example';
    await sendMail({ ...(await target()), envelope: { from: anna, to: [to] }, message: message(...lines) });
    const { content } = await sink.mailTo(to);
    expect(content.slice(content.indexOf('\r\n\r\n') + 4)).toBe(`${lines.join('\r\n')}\r\n`);
  });

  test('an address of other letters goes by SMTPUTF8', async () => {
    const to = 'jürg@müller.example';
    await sendMail({ ...(await target()), envelope: { from: anna, to: [to] }, message: message('x') });
    expect((await sink.mailTo('jürg@xn--mller-kva.example')).to).toHaveLength(1);
  });

  test('a shared address goes for whoever may send as it', async () => {
    const to = 'shared@muster.example';
    await sendMail({ ...(await target()), envelope: { from: shared, to: [to] }, message: message('x') });
    expect((await sink.mailTo(to)).from).toBe(shared);
  });

  test('the address of somebody else is refused, with the raw reply', async () => {
    const envelope = { from: 'eve@muster.example', to: ['a@muster.example', 'b@muster.example'] };
    const error = await failureOf(sendMail({ ...(await target()), envelope, message: message('x') }));
    expect(error).toMatchObject({
      stage: 'rcpt',
      failure: 'refused',
      command: 'RCPT TO',
      replyCode: 553,
      enhancedCode: '5.7.1',
      mayBeSent: false,
    });
    expect(error.reply).toContain('not owned by user anna@muster.example');
    expect(error.refusedRecipients.map(({ recipient }) => recipient)).toEqual(envelope.to);
  });

  test('a message above the announced size is refused in the words of the server', async () => {
    const big = message(...Array.from({ length: 11_000 }, () => 'x'.repeat(98)));
    const envelope = { from: anna, to: [anna] };
    const error = await failureOf(sendMail({ ...(await target()), envelope, message: big }));
    expect(error).toMatchObject({ stage: 'data', failure: 'refused', replyCode: 552, enhancedCode: '5.3.4' });
  });
});
