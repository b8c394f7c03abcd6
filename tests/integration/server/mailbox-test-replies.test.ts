import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { MailboxTestStep } from '../../../src/shared/api/mailbox-tests.ts';
import {
  startScriptedServer as startPop3,
  type Peer as Pop3Peer,
} from '../../protocols/pop3/scripted-server.ts';
import {
  startScriptedServer as startSmtp,
  type Peer as SmtpPeer,
} from '../../protocols/smtp/scripted-server.ts';
import { diagnosisFixtures, type DiagnosisFixture } from '../../support/diagnosis-fixtures.ts';
import { startProduct, type Product } from '../../support/product.ts';
import { connectEntity } from '../../support/registration.ts';
import { signInToMailbox, type SignedInMailbox } from '../../support/signed-in-mailbox.ts';

const address = 'lawyer@muster.example';
const played = diagnosisFixtures('exchange').filter(
  ({ evidence }) => evidence.raw !== undefined && evidence.stage !== 'smtp-send',
);
const of = (protocol: string): [string, DiagnosisFixture][] =>
  played.filter(({ evidence }) => evidence.protocol === protocol).map((fixture) => [fixture.name, fixture]);

const welcomePop3 = async (peer: Pop3Peer) => {
  await peer.signIn();
  await peer.answer('STAT', '+OK 3 4000\r\n');
};
const welcomeSmtp = (peer: SmtpPeer) => peer.signIn();

/** A reply of several lines waits for the client where it asks something. */
async function sayReply(peer: Pop3Peer | SmtpPeer, raw: string): Promise<void> {
  const [first = '', ...others] = raw.split('\r\n');
  peer.say(`${first}\r\n`);
  for (const line of others) {
    await peer.line();
    peer.say(`${line}\r\n`);
  }
}

async function refusePop3(peer: Pop3Peer, { stage, raw = '' }: DiagnosisFixture['evidence']): Promise<void> {
  if (stage === 'pop3-connect') return sayReply(peer, raw);
  if (stage === 'pop3-retrieve') {
    await peer.signIn();
    await peer.line();
    return sayReply(peer, raw);
  }
  peer.say('+OK ready\r\n');
  await peer.answer('AUTH XOAUTH2', '+ \r\n');
  await peer.line();
  return sayReply(peer, raw);
}

async function refuseSmtp(peer: SmtpPeer, { stage, raw = '' }: DiagnosisFixture['evidence']): Promise<void> {
  if (stage === 'smtp-connect') return sayReply(peer, raw);
  await peer.secure();
  await peer.answer('AUTH XOAUTH2', '334 \r\n');
  await peer.line();
  return sayReply(peer, raw);
}

describe('a mailbox test on servers that say what Exchange is known to say', () => {
  let onPop3: (peer: Pop3Peer) => Promise<void>;
  let onSmtp: (peer: SmtpPeer) => Promise<void>;
  const connections = { pop3: 0, smtp: 0 };
  let product: Product;
  let mailbox: SignedInMailbox;
  const closing: (() => Promise<unknown>)[] = [];

  beforeEach(() => {
    onPop3 = welcomePop3;
    onSmtp = welcomeSmtp;
    Object.assign(connections, { pop3: 0, smtp: 0 });
  });

  beforeAll(async () => {
    [onPop3, onSmtp] = [welcomePop3, welcomeSmtp];
    const pop3 = await startPop3((peer) => {
      connections.pop3++;
      return onPop3(peer);
    });
    const smtp = await startSmtp((peer) => {
      connections.smtp++;
      return onSmtp(peer);
    });
    closing.push(
      () => pop3.close(),
      () => smtp.close(),
    );
    const { host, port, ca } = pop3.options;
    product = await startProduct({
      answerWithinMs: 5000,
      endpoints: (given) => ({
        ...given,
        pop: { host, port, ca: ca! },
        smtp: { ...smtp.target, ca: smtp.target.ca! },
      }),
    });
    const admin = await product.as('admin@muster.example');
    const { body } = await connectEntity(admin, product.tenant.seed.ready);
    mailbox = await signInToMailbox(product, await product.as(address), body.entity.id, address);
  });
  afterAll(async () => {
    await product.close();
    for (const close of closing) await close();
  });

  const stepsOfTest = async (): Promise<Record<string, MailboxTestStep>> =>
    Object.fromEntries((await mailbox.test()).steps.map((step) => [step.name, step]));

  /** What one text leaves open is narrowed by the token and by the other server, which says yes. */
  function expectVerdict(step: MailboxTestStep | undefined, { expected }: DiagnosisFixture): void {
    expect(step?.status).toMatch(/^(failed|unknown)$/);
    const { cause } = step!.verdict!;
    if (expected.cause !== 'ambiguous-auth') expect(cause).toBe(expected.cause);
    else expect(['ambiguous-auth', ...expected.alternatives, 'auth-policy-blocked']).toContain(cause);
    if (expected.retry === 'later') expect(step?.status).toBe('unknown');
    expect(step?.verdict?.tokenLost).toBe(false);
  }

  test('all is well', async () => {
    const { token, pop3, smtp } = await stepsOfTest();
    expect([token?.status, pop3?.status, smtp?.status]).toEqual(['ok', 'ok', 'ok']);
    expect(pop3?.evidence).toMatchObject({ messages: 3, octets: 4000 });
  });

  test.each(of('pop3'))('%s: POP3 is not green, SMTP is', async (_, fixture) => {
    onPop3 = (peer) => refusePop3(peer, fixture.evidence);
    const { pop3, smtp } = await stepsOfTest();
    expectVerdict(pop3, fixture);
    expect(smtp?.status).toBe('ok');
    expect(connections).toEqual({ pop3: 1, smtp: 1 });
  });

  test.each(of('smtp'))('%s: SMTP is not green, POP3 is', async (_, fixture) => {
    onSmtp = (peer) => refuseSmtp(peer, fixture.evidence);
    const { pop3, smtp } = await stepsOfTest();
    expectVerdict(smtp, fixture);
    expect(pop3?.status).toBe('ok');
    expect(connections).toEqual({ pop3: 1, smtp: 1 });
  });

  test.each<[string, string, number]>([
    ['that an old token may have brought is repeated once, with a new one', '535 5.7.3 no', 2],
    [
      'that names its cause is not repeated',
      '535 5.7.139 SmtpClientAuthentication is disabled for the Tenant.',
      1,
    ],
    ['that passes is not repeated', '451 4.7.500 busy', 1],
  ])('by the schedule, a refusal %s', async (_, raw, signIns) => {
    const tokens = new Set<string>();
    onSmtp = async (peer) => {
      await peer.secure();
      await peer.answer('AUTH XOAUTH2', '334 \r\n');
      tokens.add(await peer.line());
      peer.say(`${raw}\r\n`);
    };
    const process = await product.anotherProcess();
    const tenantId = product.tenant.seed.ready.directoryId;
    const result = await process.mailboxTests.run(tenantId, mailbox.id, {
      trigger: 'schedule',
      startedBy: null,
    });
    expect(result?.steps.map(({ status }) => status).slice(0, 2)).toEqual(['ok', 'ok']);
    expect(result?.status).not.toBe('ok');
    expect(connections).toEqual({ pop3: 1, smtp: signIns });
    expect(tokens.size).toBe(signIns);
  });

  test('an old token that a new one heals leaves a green dot', async () => {
    onPop3 = async (peer) => {
      onPop3 = welcomePop3;
      peer.say('+OK ready\r\n');
      await peer.answer('AUTH XOAUTH2', '+ \r\n');
      await peer.line();
      peer.say('-ERR Authentication failure: unknown user name or bad password.\r\n');
    };
    const process = await product.anotherProcess();
    const tenantId = product.tenant.seed.ready.directoryId;
    const result = await process.mailboxTests.run(tenantId, mailbox.id, {
      trigger: 'schedule',
      startedBy: null,
    });
    expect(result?.status).toBe('ok');
    expect(connections.pop3).toBe(2);
  });

  test.each<[string, (peer: Pop3Peer) => Promise<void> | void]>([
    ['nothing at all', () => undefined],
    ['garbage', (peer: Pop3Peer) => peer.say('\0\xff\0\r\n')],
    [
      'a web page',
      (peer: Pop3Peer) => peer.say('HTTP/1.1 302 Found\r\nLocation: https://portal.example/\r\n\r\n'),
    ],
    [
      'success without a token',
      async (peer: Pop3Peer) => {
        peer.say('+OK ready\r\n');
        await peer.answer('AUTH XOAUTH2', '+OK in\r\n');
      },
    ],
    [
      'a maildrop without numbers',
      async (peer: Pop3Peer) => {
        await peer.signIn();
        await peer.answer('STAT', '+OK many\r\n');
      },
    ],
    ['too much', (peer: Pop3Peer) => peer.say(`+OK ${'x'.repeat(100_000)}`)],
  ])('a server that says %s is never green', async (_, script) => {
    onPop3 = async (peer) => {
      await script(peer);
    };
    const { pop3 } = await stepsOfTest();
    expect(pop3?.status).toMatch(/^(failed|unknown)$/);
    expect(pop3?.verdict).not.toBeNull();
  });
});
