import { afterEach, describe, expect, test } from '@jest/globals';
import type { MailHost } from '../../../src/server/config/cloud.ts';
import { readSubject, runChecks, type CheckResult } from '../../../src/server/tenant-check/index.ts';
import { playPop3, playSmtp, type PlayedMailHost } from '../../support/mail-host.ts';

const open: PlayedMailHost[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((host) => host.close()));
});

async function played(host: Promise<PlayedMailHost>): Promise<PlayedMailHost> {
  open.push(await host);
  return host;
}

/** The checks of the mail hosts, in a cloud where nothing else answers. */
async function checkMail(hosts: { pop?: MailHost; smtp?: MailHost }): Promise<Record<string, CheckResult>> {
  const nobody = 'http://localhost:1/{tenant}';
  const plain = ({ host, port, ca }: MailHost) => ({ host, port, ca });
  const endpoints = {
    ...{ issuer: nobody, authorize: nobody, token: nobody, adminConsent: nobody },
    ...{ jwks: 'http://localhost:1/keys', graph: 'http://localhost:1' },
    ...(hosts.pop ? { pop: plain(hosts.pop) } : {}),
    ...(hosts.smtp ? { smtp: plain(hosts.smtp) } : {}),
  };
  const subject = readSubject({
    CLOUD: 'custom',
    CLOUD_ENDPOINTS: JSON.stringify(endpoints),
    CHECK_DIRECTORY_ID: '11111111-1111-4111-8111-111111111111',
    CHECK_APPLICATION_ID: '33333333-3333-4333-8333-333333333333',
    CHECK_CLIENT_SECRET: 'abc8Q~S0me.secret-value_of-40-characters',
    CHECK_MAILBOX: 'anna@muster.example',
  });
  const results = await runChecks(subject, { answerWithinMs: 1_000 });
  return Object.fromEntries(results.map((result) => [result.id, result]));
}

const capabilities = ['+OK', 'TOP', 'UIDL', 'SASL PLAIN XOAUTH2', 'USER', '.'].join('\r\n');
const beforeTls = ['250-mail host', '250-SIZE 157286400', '250 STARTTLS'].join('\r\n');
const afterTls = ['250-mail host', '250-SIZE 157286400', '250 AUTH LOGIN XOAUTH2'].join('\r\n');

describe('the mail hosts', () => {
  test('that greet and offer what Exchange Online is known for are as assumed', async () => {
    const pop = await played(playPop3({ CAPA: capabilities }));
    const smtp = await played(playSmtp({ EHLO: beforeTls, STARTTLS: '220 go on' }, { EHLO: afterTls }));
    expect(await checkMail({ pop, smtp })).toMatchObject({
      'pop3-capabilities': { outcome: 'as-assumed' },
      'pop3-no-pipelining': { outcome: 'as-assumed' },
      'smtp-capabilities': { outcome: 'as-assumed' },
    });
  });

  test('that offer something else are reported with what they offer', async () => {
    const pop = await played(playPop3({ CAPA: '+OK\r\nUIDL\r\nPIPELINING\r\nSASL PLAIN\r\n.' }));
    const smtp = await played(
      playSmtp({ EHLO: beforeTls, STARTTLS: '220 go on' }, { EHLO: '250-mail host\r\n250 AUTH LOGIN' }),
    );
    expect(await checkMail({ pop, smtp })).toMatchObject({
      'pop3-capabilities': { outcome: 'differs', seen: 'CAPA: UIDL; PIPELINING; SASL PLAIN' },
      'pop3-no-pipelining': { outcome: 'differs', seen: 'PIPELINING is offered' },
      'smtp-capabilities': { outcome: 'differs', seen: expect.stringContaining('after: AUTH LOGIN') },
    });
  });

  test('without STARTTLS are reported, and nothing more is asked in the clear', async () => {
    const smtp = await played(playSmtp({ EHLO: '250-mail host\r\n250 AUTH XOAUTH2' }, {}));
    expect(await checkMail({ smtp })).toMatchObject({
      'smtp-capabilities': { outcome: 'differs', seen: 'before: AUTH XOAUTH2, after: ' },
    });
  });

  test('that never finish an answer, cannot be trusted or do not listen are not checked', async () => {
    const pop = await played(playPop3({ CAPA: '+OK\r\nUIDL' }));
    const unfinished = await checkMail({ pop });
    expect(unfinished['pop3-capabilities']).toMatchObject({
      outcome: 'not-checked',
      seen: expect.stringContaining('no answer in time'),
    });
    const { ca: _ca, ...untrusted } = pop;
    const results = await checkMail({ pop: untrusted, smtp: { host: 'localhost', port: 1 } });
    expect(results['pop3-capabilities']).toMatchObject({
      outcome: 'not-checked',
      seen: expect.stringContaining('SELF_SIGNED'),
    });
    expect(results['smtp-capabilities']).toMatchObject({
      outcome: 'not-checked',
      seen: expect.stringContaining('ECONNREFUSED'),
    });
  });
});
