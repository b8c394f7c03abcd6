import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { messageFault, messageIdOf } from '../../../src/server/features/mail-submission/message-check.ts';
import { otherUserOf } from '../../../src/server/features/mail-submission/other-user.ts';
import { decideSlot } from '../../../src/server/features/mail-submission/submission-limits.ts';
import { testMailWords } from '../../../src/server/features/mail-submission/test-mail.ts';
import { languages } from '../../../src/shared/i18n/languages.ts';

describe('a place for one more submission', () => {
  test.each([
    [{ underWay: 0, agesMs: [] }, { kind: 'take' }],
    [{ underWay: 2, agesMs: [10, 20] }, { kind: 'take' }],
    [
      { underWay: 3, agesMs: [10, 20, 30] },
      { kind: 'wait', ms: 200 },
    ],
    [{ underWay: 0, agesMs: Array<number>(29).fill(1000) }, { kind: 'take' }],
    [
      { underWay: 0, agesMs: Array<number>(30).fill(1000) },
      { kind: 'wait', ms: 59_000 },
    ],
    [
      { underWay: 0, agesMs: [...Array<number>(29).fill(0), 59_999.5] },
      { kind: 'wait', ms: 1 },
    ],
    [{ underWay: 0, agesMs: Array<number>(40).fill(60_000) }, { kind: 'take' }],
  ])('%j: %j', (load, expected) => {
    expect(decideSlot(load)).toEqual(expected);
  });

  test('whoever waits as long as told has room in the minute then', () => {
    const ages = fc.array(fc.double({ min: 0, max: 120_000, noNaN: true }), { maxLength: 60 });
    fc.assert(
      fc.property(ages, (agesMs) => {
        const decision = decideSlot({ underWay: 0, agesMs });
        if (decision.kind === 'take') return;
        expect(decision.ms).toBeGreaterThan(0);
        const later = agesMs.map((age) => age + decision.ms);
        expect(decideSlot({ underWay: 0, agesMs: later })).toEqual({ kind: 'take' });
      }),
    );
  });
});

const mail = (body: string, header = 'Subject: x') => Buffer.from(`${header}\r\n\r\n${body}`, 'latin1');

describe('a message to submit', () => {
  test.each<[string, Buffer]>([
    ['eight bits', mail('Gr\xfcezi \x80\xff')],
    ['bare line feeds', Buffer.from('Subject: x\n\nx\n')],
    ['a header alone', Buffer.from('Subject: x')],
    ['lines of 998 octets', mail(`${'x'.repeat(998)}\r\n${'y'.repeat(998)}`)],
  ])('with %s is fit', (_, message) => {
    expect(messageFault(message)).toBeNull();
  });

  test.each<[Buffer, object]>([
    [Buffer.alloc(0), { code: 'empty' }],
    [Buffer.from('Guten Tag\r\n'), { code: 'no-header' }],
    [Buffer.from('\r\nSubject: x\r\n'), { code: 'no-header' }],
    [mail('\0'), { code: 'nul-octet' }],
    [mail(`one\r\n${'x'.repeat(999)}`), { code: 'line-too-long', line: 4 }],
    [mail(`one\ntwo\rthree\n${'x'.repeat(999)}\n`), { code: 'line-too-long', line: 6 }],
    [mail('x'.repeat(26 * 1024 * 1024)), { code: 'too-large' }],
  ])('%# is not, and says why', (message, fault) => {
    expect(messageFault(message)).toEqual(fault);
  });

  test.each([
    ['Message-ID: <1@a.example>', '<1@a.example>'],
    ['From: a@b.example\r\nMESSAGE-ID:\r\n <1@a.example>', '<1@a.example>'],
    ['Subject: Message-ID: <1@a.example>', null],
    ['Message-ID: 1@a.example', null],
    ['Message-ID: <1@a.example>\r\n <2@a.example>', null],
  ])('%j has the Message-ID %j', (header, expected) => {
    expect(messageIdOf(mail('Message-ID: <body@a.example>', header))).toBe(expected);
  });
});

describe('the other way to send from a shared mailbox', () => {
  const address = 'kanzlei@muster.example';
  const person = 'lawyer@muster.example';
  const mailbox = { kind: 'shared', address } as const;

  test.each([
    [{ user: person, person, cause: 'send-as-denied' }, address],
    [{ user: 'Lawyer@Muster.example', person, cause: 'ambiguous-auth' }, address],
    [{ user: address, person, cause: 'ambiguous-auth' }, person],
    [{ user: 'other@muster.example', person, cause: 'ambiguous-auth' }, person],
    [{ user: address, person: null, cause: 'ambiguous-auth' }, null],
    [{ user: person, person, cause: 'timeout' }, null],
    [{ user: person, person, cause: 'recipient-rejected' }, null],
  ] as const)('%j: %j', (used, expected) => {
    expect(otherUserOf(mailbox, used)).toBe(expected);
  });

  test('a personal mailbox has none', () => {
    const used = { user: address, person, cause: 'ambiguous-auth' } as const;
    expect(otherUserOf({ kind: 'personal', address }, used)).toBeNull();
  });
});

test.each(languages)('the test mail in %s says what it proves, for whom, when and by whom', (language) => {
  const facts = {
    from: 'kanzlei@muster.example',
    smtpUser: 'lawyer@muster.example',
    host: 'smtp.office365.com',
    person: 'Lea Lawyer',
    at: Date.UTC(2026, 10, 22, 15, 4),
    messageId: '<1@muster.example>',
  };
  const { subject, text } = testMailWords(facts, language);
  expect(subject).toContain(facts.from);
  for (const fact of [facts.from, facts.smtpUser, facts.host, facts.person, facts.messageId, '2026', 'UTC']) {
    expect(text).toContain(fact);
  }
  expect(text).not.toMatch(/!|ß/);
});
