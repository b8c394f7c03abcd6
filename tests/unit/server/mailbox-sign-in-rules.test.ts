import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holderAfter, mayBecome } from '../../../src/server/features/mailbox-sign-in/holder.ts';
import { readSignInAnswer } from '../../../src/server/features/mailbox-sign-in/sign-in-answer.ts';
import { missingMailRights } from '../../../src/server/features/mailbox-grants/mail-rights.ts';
import { colleague, lawyer, musterTenant, neighbourTenant } from '../../support/sign-in-subject.ts';

describe('the answer of the sign-in page', () => {
  test('is a code with its state', () => {
    const query = { code: '1.AXo', state: 'abc', session_state: crypto.randomUUID() };
    expect(readSignInAnswer(query)).toEqual({ kind: 'code', state: 'abc', code: '1.AXo' });
  });

  test('is a refusal wherever there is an error, also beside a code', () => {
    const query = { error: 'access_denied', error_subcode: 'cancel', code: 'x', state: 'abc' };
    expect(readSignInAnswer(query)).toEqual({
      kind: 'refused',
      state: 'abc',
      raw: 'error=access_denied&error_subcode=cancel',
    });
  });

  test('keeps an explanation within bounds, and never a code', () => {
    const text = fc.string({ maxLength: 12_000 });
    const query = fc.record(
      { error: text, error_description: text, code: text, state: text },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(query, (given) => {
        const answer = readSignInAnswer(given);
        if (answer.kind === 'refused') {
          const { error, error_description: described } = Object.fromEntries(new URLSearchParams(answer.raw));
          expect((error ?? '').length).toBeLessThanOrEqual(4096);
          expect((described ?? '').length).toBeLessThanOrEqual(4096);
          expect(new URLSearchParams(answer.raw).has('code')).toBe(false);
        }
        if (answer.kind === 'code') expect(answer.code).toBe(given.code);
        if (answer.kind !== 'malformed') expect(answer.state).toBe(given.state);
      }),
    );
  });

  test('is void with a parameter that comes twice, whichever it is', () => {
    for (const name of ['code', 'state', 'error', 'error_description', 'error_subcode', 'error_uri']) {
      const query = { code: 'x', state: 'abc', [name]: ['x', 'y'] };
      expect(readSignInAnswer(query)).toEqual({ kind: 'malformed' });
    }
  });
});

describe('the rights of a sign-in', () => {
  test.each([
    [['https://outlook.office.com/POP.AccessAsUser.All', 'https://outlook.office.com/SMTP.Send'], []],
    [['pop.accessasuser.all', 'smtp.send', 'openid'], []],
    [['https://partner.outlook.cn/SMTP.Send'], ['POP.AccessAsUser.All']],
    [
      ['openid', 'IMAP.AccessAsUser.All'],
      ['POP.AccessAsUser.All', 'SMTP.Send'],
    ],
    [[], ['POP.AccessAsUser.All', 'SMTP.Send']],
  ])('of %j miss %j', (scopes, missing) => {
    expect(missingMailRights(scopes)).toEqual(missing);
  });
});

describe('after the sign-in the mailbox is', () => {
  const mailbox = { tenant_id: musterTenant, holder_id: null, holder_name: null };
  const own = { acts_for: 'own', started_by: lawyer.oid, starter_name: 'Laura' } as const;
  const other = { ...own, acts_for: 'other' } as const;
  const signedIn = { ...colleague, name: 'Anouk' };

  test('whose it was', () => {
    const held = { ...mailbox, holder_id: colleague.oid, holder_name: 'Anouk' };
    expect(holderAfter(held, own, { ...lawyer, name: 'Laura' })).toEqual({
      id: colleague.oid,
      name: 'Anouk',
    });
  });

  test('the starter’s, who acts for the own account, whoever signed in', () => {
    expect(holderAfter(mailbox, own, signedIn)).toEqual({ id: lawyer.oid, name: 'Laura' });
  });

  test('the person’s who signed in, where an administrator acted; nobody’s if that is a stranger', () => {
    expect(holderAfter(mailbox, other, signedIn)).toEqual({ id: colleague.oid, name: 'Anouk' });
    expect(holderAfter(mailbox, other, { ...signedIn, tid: neighbourTenant })).toBeNull();
  });

  test('never taken from somebody', () => {
    expect(mayBecome({ holder_id: null }, { id: lawyer.oid })).toBe(true);
    expect(mayBecome({ holder_id: lawyer.oid }, { id: lawyer.oid })).toBe(true);
    expect(mayBecome({ holder_id: colleague.oid }, { id: lawyer.oid })).toBe(false);
    expect(mayBecome({ holder_id: colleague.oid }, null)).toBe(false);
  });
});
