import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cause } from '../../../src/shared/causes.ts';
import { verdict } from '../../../src/shared/api/verdict.ts';
import { diagnose, type Evidence, type KnownOfMailbox } from '../../../src/server/diagnosis/index.ts';
import { diagnosisFixtures, judgedPart, type DiagnosisFixture } from '../../support/diagnosis-fixtures.ts';

const fixtures = diagnosisFixtures('exchange');
const named = fixtures.map((fixture) => [fixture.name, fixture] as const);
const replies = fixtures.filter(({ evidence }) => evidence.raw !== undefined);
const bySmtp = replies.filter(({ evidence }) => evidence.protocol === 'smtp');

const popRefused = '-ERR Authentication failure: unknown user name or bad password.';
const pop = (raw: string, evidence: Partial<Evidence> = {}) =>
  diagnose({ protocol: 'pop3', stage: 'pop3-auth', raw, ...evidence });
const smtp = (raw: string, evidence: Partial<Evidence> = {}) =>
  diagnose({ protocol: 'smtp', stage: 'smtp-auth', raw, ...evidence });

/** The same refusal, its reply brought along in another way. */
function broughtBy(change: (raw: string) => string) {
  return ({ evidence, expected, name }: DiagnosisFixture) => ({
    got: { name, ...judgedPart(diagnose({ ...evidence, raw: change(evidence.raw!) })) },
    wanted: { name, ...expected },
  });
}

describe('a refusal of Exchange', () => {
  test.each(named)('%s gets its verdict', (_, { evidence, expected }) => {
    const result = diagnose(evidence);
    expect(judgedPart(result)).toEqual(expected);
    expect(verdict.safeParse(result).success).toBe(true);
  });

  test.each([
    [
      'in a log line',
      (raw: string) => `2026-11-22T08:14:10Z WARN the server said: ${raw.split('\r\n').at(-1)!} (try 1)`,
    ],
    ['with ends of lines around it', (raw: string) => `\n${raw}\r\n`],
  ])('%s gets the same verdict', (_, change) => {
    for (const { got, wanted } of replies.map(broughtBy(change))) expect(got).toEqual(wanted);
  });

  test('on several lines gets the same verdict', () => {
    const onTwoLines = (raw: string) =>
      raw.replace(/(\d{3}) ([45]\.\d+\.\d+) (.+)$/, '$1-$2 $3\r\n$1 $2 See the help pages.');
    for (const { got, wanted } of bySmtp.map(broughtBy(onTwoLines))) expect(got).toEqual(wanted);
  });

  test('in other words keeps the cause that its enhanced status names', () => {
    const without = (raw: string) => raw.replace(/([45]\.\d+\.\d+) .*$/s, '$1 Abgelehnt.');
    const told = bySmtp.filter(({ evidence }) => diagnose(evidence).confidence === 'certain');
    expect(told.length).toBeGreaterThan(15);
    for (const { got, wanted } of told.map(broughtBy(without))) expect(got).toEqual(wanted);
  });

  test('shows code and words apart, and no token', () => {
    const token = `eyJ0eXAiOiJKV1QifQ.${'eyJhdWQiOiJ4In0'.repeat(9)}.c2lnbmF0dXJl`;
    const { facts } = smtp(`535 5.7.3 Authentication unsuccessful for ${token}`);
    expect(facts).toEqual({
      code: '535 5.7.3',
      message: '535 5.7.3 Authentication unsuccessful for [hidden]',
    });
    expect(pop('-ERR [SYS/TEMP] later').facts).toEqual({
      code: '[SYS/TEMP]',
      message: '-ERR [SYS/TEMP] later',
    });
  });
});

describe('a reply that no table knows', () => {
  test.each<[string, Evidence['stage'], string, Cause]>([
    ['a sign-in refused for good', 'smtp-auth', '534 nope', 'ambiguous-auth'],
    ['a sign-in refused for now', 'smtp-auth', '454 come back', 'service-unavailable'],
    ['a recipient', 'smtp-send', '550 no such person', 'recipient-rejected'],
    ['an address, by the subject of its status', 'smtp-send', '554 5.1.99 no', 'recipient-rejected'],
    ['a syntax', 'smtp-send', '555 5.5.4 no', 'protocol-misuse'],
    ['a size', 'smtp-send', '552 no', 'message-too-large'],
    ['a busy server', 'smtp-send', '450 no', 'service-unavailable'],
    ['STARTTLS', 'smtp-connect', '502 5.5.1 no', 'starttls-missing'],
    [
      'an answer to EHLO without STARTTLS',
      'smtp-connect',
      '250-mail\n250-SIZE 1\n250 8BITMIME',
      'starttls-missing',
    ],
    ['a server that says goodbye', 'smtp-send', '421 bye', 'connection-dropped'],
    [
      'an old TLS version',
      'smtp-connect',
      '421 4.7.66 TLS 1.0 and 1.1 are not supported.',
      'protocol-misuse',
    ],
    ['a mailbox status without a word', 'smtp-send', '554 5.2.0 no', 'unknown'],
  ])('SMTP: %s', (_, stage, raw, cause) => {
    expect(diagnose({ protocol: 'smtp', stage, raw }).cause).toBe(cause);
  });

  test.each<[string, Evidence['stage'], string, Cause]>([
    ['a sign-in', 'pop3-auth', '-ERR no', 'ambiguous-auth'],
    ['a greeting', 'pop3-connect', '-ERR no', 'service-unavailable'],
    ['a command', 'pop3-retrieve', '-ERR no', 'service-unavailable'],
    ['a maildrop that is open elsewhere', 'pop3-auth', '-ERR [IN-USE] locked', 'too-many-connections'],
    ['a sign-in too soon', 'pop3-auth', '-ERR [LOGIN-DELAY] wait', 'throttled'],
  ])('POP3: %s', (_, stage, raw, cause) => {
    expect(diagnose({ protocol: 'pop3', stage, raw }).cause).toBe(cause);
  });

  test.each([
    ['a web server', 'HTTP/1.1 400 Bad Request'],
    ['a page', '<html><body>Blocked</body></html>'],
    ['a filter that gives its name', '220 FortiGate mail guard'],
    ['something else', 'WELCOME'],
  ])('%s in place of a mail server is a box in between', (_, raw) => {
    expect(diagnose({ protocol: 'pop3', stage: 'pop3-connect', raw })).toMatchObject({
      cause: 'proxy-blocked',
      whoCanFix: 'admin',
    });
  });
});

describe('the challenge before the refusal of a token', () => {
  const challenge = (status: string) => btoa(JSON.stringify({ status, schemes: 'bearer', scope: 'x' }));
  test.each<[string, Cause]>([
    ['insufficient_scope', 'permission-missing'],
    ['invalid_token', 'token-invalid'],
    ['invalid_request', 'protocol-misuse'],
  ])('%s is taken at its word', (status, cause) => {
    expect(smtp(`334 ${challenge(status)}\r\n535 5.7.3 no`).cause).toBe(cause);
    expect(pop(`+ ${challenge(status)}\r\n-ERR no`).cause).toBe(cause);
    expect(pop('-ERR no', { sasl: { status } }).cause).toBe(cause);
  });

  test('an HTTP status only says where to look first', () => {
    expect(pop(`+ ${challenge('401')}\r\n${popRefused}`)).toMatchObject({ cause: 'ambiguous-auth' });
    expect(pop(`+ ${challenge('401')}\r\n${popRefused}`).alternatives[0]).toBe('token-invalid');
    expect(smtp(`334 ${challenge('403')}\r\n535 5.7.3 no`).alternatives[0]).toBe('permission-missing');
  });

  test('what the server says exactly counts more', () => {
    const raw = `334 ${challenge('invalid_token')}\r\n535 5.7.139 SmtpClientAuthentication is disabled for the Tenant.`;
    expect(smtp(raw).cause).toBe('smtp-auth-disabled-tenant');
  });
});

describe('one text for many causes, with what is known', () => {
  const good: KnownOfMailbox = {
    audienceOk: true,
    hasPopScope: true,
    hasSmtpScope: true,
    expired: false,
    tokenLength: 1800,
    kind: 'personal',
    signedInAs: 'mailbox',
  };
  const popWith = (known: KnownOfMailbox) => pop(popRefused, { known: { ofMailbox: known } });
  const smtpWith = (known: KnownOfMailbox) => smtp('535 5.7.3 no', { known: { ofMailbox: known } });

  test('a good token leaves what is wrong with the mailbox, most likely first', () => {
    expect(popWith(good)).toMatchObject({
      cause: 'ambiguous-auth',
      alternatives: ['pop-disabled-or-no-licence', 'mailbox-missing', 'auth-policy-blocked'],
      whoCanFix: 'admin',
    });
  });

  test('POP3 refuses what SMTP accepts: POP is off, most likely', () => {
    expect(popWith({ ...good, otherServer: 'ok' })).toMatchObject({
      cause: 'pop-disabled-or-no-licence',
      alternatives: ['auth-policy-blocked'],
      confidence: 'likely',
    });
  });

  test('SMTP refuses what POP3 accepts: Authenticated SMTP is off, most likely', () => {
    expect(smtpWith({ ...good, otherServer: 'ok' })).toMatchObject({
      cause: 'smtp-auth-disabled-mailbox',
      alternatives: ['auth-policy-blocked'],
    });
  });

  test('both refuse: what shuts both comes first', () => {
    expect(popWith({ ...good, otherServer: 'refused' }).alternatives).toEqual([
      'mailbox-missing',
      'auth-policy-blocked',
      'user-disabled',
      'pop-disabled-or-no-licence',
      'conditional-access',
    ]);
  });

  test('the other server names a policy: it comes first', () => {
    expect(popWith({ ...good, otherServer: 'refused-by-policy' }).alternatives.slice(0, 2)).toEqual([
      'auth-policy-blocked',
      'conditional-access',
    ]);
  });

  test('a delegate of a shared mailbox lacks Full Access before all else', () => {
    const delegate: KnownOfMailbox = { ...good, kind: 'shared', signedInAs: 'delegate', otherServer: 'ok' };
    expect(popWith(delegate)).toMatchObject({
      cause: 'ambiguous-auth',
      alternatives: ['wrong-account', 'pop-disabled-or-no-licence', 'mailbox-missing', 'auth-policy-blocked'],
      whoCanFix: 'admin',
      retry: 'after-fix',
    });
  });

  test('a token that is too long for POP3 is the first suspect there, and none for SMTP', () => {
    expect(popWith({ ...good, tokenLength: 4097 }).alternatives[0]).toBe('protocol-misuse');
    expect(popWith({ ...good, tokenLength: 4096 }).alternatives).not.toContain('protocol-misuse');
    expect(popWith({ ...good, tokenLength: 4097 }).facts.tokenLength).toBe(4097);
    expect(popWith({ ...good, tokenLength: 4096 }).facts).not.toHaveProperty('tokenLength');
    expect(smtpWith({ ...good, tokenLength: 4097 }).facts).not.toHaveProperty('tokenLength');
    expect(smtpWith({ ...good, tokenLength: 4097 }).alternatives).not.toContain('protocol-misuse');
  });

  test.each<[string, Partial<KnownOfMailbox>, Cause]>([
    ['audience', { audienceOk: false }, 'token-wrong-audience'],
    ['right', { hasPopScope: false }, 'permission-missing'],
    ['end', { expired: true }, 'token-invalid'],
  ])('a token whose %s is wrong is the cause', (_, wrong, cause) => {
    expect(popWith({ ...good, ...wrong })).toMatchObject({ cause, confidence: 'likely' });
  });

  test('a reply that names its cause is believed, whatever is known', () => {
    const raw =
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.';
    const known = { ofMailbox: { ...good, otherServer: 'ok', audienceOk: false } } as const;
    expect(smtp(raw, { known }).cause).toBe('smtp-auth-disabled-mailbox');
  });

  test('knowledge only ever takes away, orders and names: a sign-in that was refused is never called an outage', () => {
    const known = fc.record<KnownOfMailbox>(
      {
        audienceOk: fc.boolean(),
        hasPopScope: fc.boolean(),
        hasSmtpScope: fc.boolean(),
        expired: fc.boolean(),
        tokenLength: fc.nat(9000),
        signedInAs: fc.constantFrom('mailbox', 'delegate'),
        otherServer: fc.constantFrom('ok', 'refused', 'refused-by-policy'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(known, fc.boolean(), (ofMailbox, byPop) => {
        const result = byPop ? popWith(ofMailbox) : smtpWith(ofMailbox);
        expect(new Set(result.alternatives).size).toBe(result.alternatives.length);
        expect(result.alternatives).not.toContain(result.cause);
        expect(['service-unavailable', 'throttled', 'timeout', 'unknown']).not.toContain(result.cause);
        expect(result.tokenLost).toBe(false);
      }),
    );
  });
});

describe('a mail server that cannot be reached', () => {
  test.each<[string, string, Cause]>([
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND', 'dns'],
    ['ECONNREFUSED', 'connect ECONNREFUSED', 'network-unreachable'],
    ['ETIMEDOUT', 'no answer within 15 s', 'timeout'],
    ['ABORT_ERR', 'cancelled', 'timeout'],
    ['ECONNRESET', 'read ECONNRESET', 'connection-dropped'],
    ['CERT_HAS_EXPIRED', 'certificate has expired', 'tls-untrusted'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate', 'tls-untrusted'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'altnames', 'tls-untrusted'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'wrong version number', 'proxy-blocked'],
  ])('%s', (code, message, cause) => {
    const networkError = { code, message, host: 'outlook.office365.com' };
    const result = diagnose({ protocol: 'pop3', stage: 'pop3-connect', networkError });
    expect(result).toMatchObject({ cause, confidence: 'certain', facts: { host: 'outlook.office365.com' } });
    expect(result.alternatives).not.toContain('proxy-blocked');
  });

  test('the error text alone, pasted from a log, says the same', () => {
    expect(smtp('connect ECONNREFUSED 192.0.2.1:587').cause).toBe('network-unreachable');
    expect(smtp('Error: self-signed certificate in certificate chain').cause).toBe('tls-untrusted');
  });
});

describe('any mail reply at all', () => {
  const words = [
    '535',
    '5.7.139',
    '4.7.0',
    ' ',
    '-',
    '\r\n',
    '334 ',
    '+ ',
    '-ERR',
    '[AUTH]',
    '+OK',
    '421',
    'eyJ',
    'Quota',
  ];
  const reply = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 20 })), {
      maxLength: 12,
    })
    .map((parts) => parts.join(''));
  const stages = ['connect', 'auth', 'send', 'retrieve'] as const;

  test('gets a verdict that ends no grant', () => {
    fc.assert(
      fc.property(
        reply,
        fc.constantFrom('smtp' as const, 'pop3' as const),
        fc.constantFrom(...stages),
        (raw, protocol, stage) => {
          const result = diagnose({ protocol, stage: `${protocol}-${stage}` as Evidence['stage'], raw });
          expect(verdict.safeParse(result).success).toBe(true);
          expect(result.tokenLost).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
