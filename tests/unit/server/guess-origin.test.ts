import { describe, expect, test } from '@jest/globals';
import { explain } from '../../../src/server/diagnosis/explain.ts';
import { guessOrigin } from '../../../src/server/diagnosis/guess-origin.ts';
import { diagnosisFixtures } from '../../support/diagnosis-fixtures.ts';

const report = (...lines: string[]) =>
  [
    'Received: from ZR0P278CA0114.CHEP278.PROD.OUTLOOK.COM (2603:10a6:910:40::17) by mx.extern.example',
    ' with Microsoft SMTP Server (version=TLS1_2) id 15.20.4.22; Sun, 22 Nov 2026 08:14:09 +0000',
    'Authentication-Results: spf=pass (sender IP is 192.0.2.17) smtp.mailfrom=muster.example; dmarc=pass',
    'From: Microsoft Outlook <postmaster@muster.example>',
    'Subject: Unzustellbar: Klageschrift',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    ...Array.from({ length: 120 }, (_, n) => `Zeile ${n}: Sehr geehrte Frau Muster, 250 2.0.0 war noch gut.`),
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns;ZR0P278CA0114.CHEP278.PROD.OUTLOOK.COM',
    '',
    'Final-Recipient: rfc822;beat@extern.example',
    'Action: failed',
    ...lines,
    '',
    '--b1--',
  ].join('\r\n');

describe('a pasted text is taken for', () => {
  test.each([
    // Callbacks
    [
      'https://connect.example/auth/mailbox/callback?error=access_denied&error_description=AADSTS65004%3a+nein&state=s',
      'entra',
      'authorize-callback',
      'user-declined',
    ],
    [
      'https://connect.example/auth/consent/callback?admin_consent=True&error=access_denied&error_description=x',
      'entra',
      'admin-consent-callback',
      'user-declined',
    ],
    [
      'http://localhost:50993/authorize/#error=consent_required&error_subcode=cancel&state=s',
      'entra',
      'admin-consent-callback',
      'user-declined',
    ],
    // Token endpoint
    [
      '{"error":"invalid_client","error_description":"AADSTS7000222: abgelaufen","error_codes":[7000222]}',
      'entra',
      'app-token',
      'secret-expired',
    ],
    [
      '{"error":"invalid_grant","suberror":"bad_token","error_codes":[700082]}',
      'entra',
      'refresh',
      'refresh-token-expired',
    ],
    [
      '{"error":"invalid_grant","error_description":"AADSTS54005: Der Code wurde schon eingelöst."}',
      'entra',
      'code-exchange',
      'code-expired-or-used',
    ],
    [
      '{"error":"invalid_grant","error_description":"AADSTS500133: Assertion expired"}',
      'entra',
      'code-exchange',
      'token-invalid',
    ],
    [
      'HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\n\r\n{"error":"invalid_client","error_codes":[7000215]}',
      'entra',
      'app-token',
      'secret-wrong',
    ],
    // Pages and numbers
    ['AADSTS50011', 'entra', 'authorize-callback', 'redirect-mismatch'],
    [
      'Leider können wir Sie nicht anmelden. AADSTS50105: Ihr Administrator hat die Anwendung eingeschränkt.',
      'entra',
      'authorize-callback',
      'user-not-assigned',
    ],
    [
      '2026-11-22T08:14:09.412Z WARN token refused AADSTS7000215 after 93 ms',
      'entra',
      'app-token',
      'secret-wrong',
    ],
    // Graph
    [
      '{"error":{"code":"ErrorAccessDenied","message":"Zugriff verweigert"}}',
      'graph',
      'graph-probe',
      'permission-missing',
    ],
    [
      '{"error":{"code":"Request_ResourceNotFound","message":"x"}}',
      'graph',
      'graph-provision',
      'app-not-found',
    ],
    [
      '08:14:09 GET /v1.0/users/a/messages -> {"error":{"code":"MailboxNotEnabledForRESTAPI","mess',
      'graph',
      'graph-probe',
      'mailbox-missing',
    ],
    ['Access denied: ErrorAccessDenied', 'graph', 'graph-probe', 'permission-missing'],
    // SMTP
    [
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
      'smtp',
      'smtp-auth',
      'smtp-auth-disabled-tenant',
    ],
    [
      'Error: Invalid login: 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. code: EAUTH',
      'smtp',
      'smtp-auth',
      'smtp-auth-disabled-mailbox',
    ],
    [
      '[22.11.2026 08:14:09] S: 250 2.1.0 Sender OK\n[22.11.2026 08:14:10] S: 550 5.7.60 SMTP; Client does not have permissions to send as this sender\n[22.11.2026 08:14:10] C: QUIT\n[22.11.2026 08:14:10] S: 221 2.0.0 Bye',
      'smtp',
      'smtp-send',
      'send-as-denied',
    ],
    [
      '{"level":"error","msg":"550 5.7.60 SMTP; Client does not have permissions to send as this sender"}',
      'smtp',
      'smtp-send',
      'send-as-denied',
    ],
    [
      'SmtpClientAuthentication is disabled for the Mailbox',
      'smtp',
      'smtp-auth',
      'smtp-auth-disabled-mailbox',
    ],
    [
      'Remote Server returned ‘550 5.7.60 SMTP; Client does not have permissions to send as this sender’',
      'smtp',
      'smtp-send',
      'send-as-denied',
    ],
    [
      '<beat@extern.example>: host mx.extern.example[192.0.2.1] said: 550 5.1.1 User unknown\r\n    (in reply to RCPT TO command)',
      'smtp',
      'smtp-send',
      'recipient-rejected',
    ],
    // POP3
    ['-ERR Logon failure: unknown user name or bad password.', 'pop3', 'pop3-auth', 'basic-auth-disabled'],
    [
      '10:01:02 [pop3] S: +OK The Microsoft Exchange POP3 service is ready.\n10:01:03 [pop3] S: -ERR Authentication failure: unknown user name or bad password.',
      'pop3',
      'pop3-auth',
      'ambiguous-auth',
    ],
    ['C: RETR 12\r\nS: -ERR Server Unavailable. 21', 'pop3', 'pop3-retrieve', 'service-unavailable'],
    // Nobody answered, or somebody else did
    ['Error: getaddrinfo ENOTFOUND login.microsoftonline.com', 'network', 'app-token', 'dns'],
    [
      'connect ECONNREFUSED 52.97.201.18:587 (smtp.office365.com)',
      'network',
      'smtp-connect',
      'network-unreachable',
    ],
    [
      'TypeError: fetch failed { cause: Error: self-signed certificate in certificate chain { code: "SELF_SIGNED_CERT_IN_CHAIN", host: "graph.microsoft.com" } }',
      'network',
      'graph-probe',
      'tls-untrusted',
    ],
    [
      'write EPROTO 139832:error:0A00010B:SSL routines:ssl3_get_record:wrong version number: outlook.office365.com:995',
      'network',
      'pop3-connect',
      'proxy-blocked',
    ],
    ['The operation timed out', 'network', 'app-token', 'timeout'],
    [
      '<html><head><title>Zscaler: access denied</title></head><body>Blocked</body></html>',
      'entra',
      'app-token',
      'proxy-blocked',
    ],
    [
      '{"error":{"code":"BotDisabledByAdmin","message":"The tenant admin disabled this bot"}}',
      'bot',
      'bot-send',
      'unknown',
    ],
  ])('%s', (raw, protocol, stage, cause) => {
    const { origin, verdict } = explain({ raw });
    expect({ ...origin, cause: verdict.cause }).toEqual({
      protocol,
      stage,
      cause,
      guessed: ['protocol', 'stage'],
    });
  });
});

describe('a bounce', () => {
  test('is known by the answer that it quotes, not by the mail around it', () => {
    const raw = report(
      'Status: 5.7.60',
      'Diagnostic-Code: smtp;550 5.7.60 SMTP; Client does not have permissions to send',
      ' as this sender',
    );
    const { origin, verdict } = explain({ raw });
    expect(origin).toMatchObject({ protocol: 'smtp', stage: 'smtp-send' });
    expect(verdict).toMatchObject({
      cause: 'send-as-denied',
      facts: {
        code: '550 5.7.60',
        message: '550 5.7.60 SMTP; Client does not have permissions to send as this sender',
      },
    });
  });

  test.each([
    [['Status: 5.1.10'], 'recipient-rejected'],
    [
      ['Status: 5.7.705', 'Diagnostic-Code: smtp; 550 5.7.705 Access denied, tenant has exceeded threshold'],
      'sending-blocked',
    ],
    [
      ['Status: 5.3.4', 'Diagnostic-Code: smtp;552 5.3.4 Message size exceeds fixed maximum message size'],
      'message-too-large',
    ],
    [['Diagnostic-Code: x-postfix; 550 5.1.1 <beat@extern.example>: unknown'], 'recipient-rejected'],
  ])('%j', (lines, cause) => {
    expect(explain({ raw: report(...lines) }).verdict.cause).toBe(cause);
  });
});

describe('what is told is not guessed', () => {
  const raw = '535 5.7.3 Authentication unsuccessful';
  test.each([
    [{}, { protocol: 'smtp', stage: 'smtp-auth', guessed: ['protocol', 'stage'] }],
    [{ protocol: 'pop3' }, { protocol: 'pop3', stage: 'pop3-auth', guessed: ['stage'] }],
    [{ stage: 'graph-probe' }, { protocol: 'graph', stage: 'graph-probe', guessed: [] }],
    [
      { protocol: 'network', stage: 'smtp-auth' },
      { protocol: 'network', stage: 'smtp-auth', guessed: [] },
    ],
  ] as const)('%j', (told, origin) => {
    expect(guessOrigin({ raw, ...told })).toEqual(origin);
  });

  test.each([
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.',
    'Error: Invalid login: 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
    '535 5.7.139',
    '550 5.7.60 SMTP; Client does not have permissions to send as this sender',
  ])('a reply code with its enhanced status is no guess: %s', (raw) => {
    const { verdict, origin } = explain({ raw });
    expect(origin).toMatchObject({ protocol: 'smtp', guessed: ['protocol', 'stage'] });
    expect(verdict.confidence).toBe('likely');
  });

  test('a guess makes the verdict a degree less certain', () => {
    const secret = '{"error":"invalid_client","error_codes":[7000222]}';
    const told = { protocol: 'entra', stage: 'app-token' } as const;
    expect(explain({ raw: secret, ...told }).verdict.confidence).toBe('certain');
    expect(explain({ raw: secret, protocol: 'entra' }).verdict.confidence).toBe('likely');
    expect(explain({ raw: secret }).verdict).toEqual({
      ...explain({ raw: secret, ...told }).verdict,
      confidence: 'likely',
    });
    expect(explain({ raw: '<html><title>Blocked by firewall</title></html>' }).verdict.confidence).toBe(
      'guess',
    );
  });
});

describe('headers and status without a text', () => {
  test.each([
    [
      { httpStatus: 401, headers: { 'request-id': 'x', 'WWW-Authenticate': 'Bearer claims="eyJ4"' } },
      'graph',
      'cae-challenge',
    ],
    [{ httpStatus: 503 }, 'entra', 'service-unavailable'],
    [{ httpStatus: 407 }, 'entra', 'proxy-blocked'],
    [{}, 'entra', 'unknown'],
  ])('%j', (given, protocol, cause) => {
    const { origin, verdict } = explain({ raw: '', ...given });
    expect({ protocol: origin.protocol, cause: verdict.cause }).toEqual({ protocol, cause });
  });
});

/** Steps that the answer does not tell. */
const otherStage = new Set([
  // Refused for the application or the request alike: at the exchange of a code and when the application signs in.
  ...['AADSTS7000218', 'AADSTS700025', 'AADSTS28003', 'AADSTS9002326', 'AADSTS9002327', 'AADSTS9002325'],
  ...['AADSTS50147', 'AADSTS501491', 'AADSTS90056', 'AADSTS7000114', 'AADSTS50027'],
  // A busy server says so at any step.
  ...['SMTP 4.7.500', 'SMTP 4.7.0', 'POP3 Server Unavailable'],
  // Said of the first command without TLS, which was the sign-in.
  'SMTP STARTTLS first',
]);

describe('a composed reply without its origin', () => {
  const fixtures = (['entra', 'graph', 'exchange'] as const)
    .flatMap((name) => diagnosisFixtures(name))
    .filter(({ evidence }) => evidence.networkError === undefined);

  test('there are many', () => expect(fixtures.length).toBeGreaterThan(200));

  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))(
    '%s',
    (name, { evidence, expected }) => {
      const { protocol, stage, ...pasted } = evidence;
      const { origin, verdict } = explain(pasted);
      expect(origin.protocol).toBe(protocol);
      expect(verdict.cause).toBe(expected.cause);
      if (!otherStage.has(name)) expect(origin.stage).toBe(stage);
    },
  );
});
