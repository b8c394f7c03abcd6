import { describe, expect, test } from '@jest/globals';
import {
  compareIdentity,
  isSamePerson,
} from '../../../src/server/features/mailbox-sign-in/compare-identity.ts';
import type {
  IdentityComparison,
  SignInSubject,
} from '../../../src/server/features/mailbox-sign-in/identity-comparison.ts';
import {
  admin,
  buildSubject,
  colleague,
  directoryOf,
  lawyer,
  musterTenant,
  neighbourTenant,
  personalTenant,
  type SubjectChange,
} from '../../support/sign-in-subject.ts';

type Case = [name: string, change: SubjectChange, expected: IdentityComparison];

const matchBy = (by: 'oid' | 'upn' | 'mail' | 'proxy-address', replacesOwner = false) =>
  ({ kind: 'match', by, replacesOwner }) as const;
const confirm = (why: 'address-not-visible' | 'plus-address') =>
  ({ kind: 'needs-confirmation', why }) as const;
const delegate = (replacesOwner = false) => ({ kind: 'delegate', replacesOwner }) as const;
const mismatch = (why: Extract<IdentityComparison, { kind: 'mismatch' }>['why']) =>
  ({ kind: 'mismatch', why }) as const;
const pending = (
  owner: typeof lawyer,
  then: Extract<IdentityComparison, { kind: 'pending-owner' }>['then'],
) => ({ kind: 'pending-owner', owner, then }) as const;

const compare = (change: SubjectChange) => compareIdentity(buildSubject(change));

describe('my own mailbox, signed in by myself', () => {
  test.each<Case>([
    ['my user name is the address', {}, matchBy('upn')],
    ['the address is typed in capitals', { mailbox: { address: 'LAWYER@MUSTER.EXAMPLE' } }, matchBy('upn')],
    [
      'Microsoft writes my name in capitals',
      { signedIn: { preferredUsername: 'Lawyer@Muster.Example' } },
      matchBy('upn'),
    ],
    [
      'blanks came along with the address',
      { mailbox: { address: '  lawyer@muster.example\t' } },
      matchBy('upn'),
    ],
    [
      'a no-break space and a zero-width one came along',
      { mailbox: { address: '\u00a0lawyer@muster.example\u200b' } },
      matchBy('upn'),
    ],
    [
      'the address ends with the dot of the root',
      { mailbox: { address: 'lawyer@muster.example.' } },
      matchBy('upn'),
    ],
    [
      'only the claim upn has the address',
      { signedIn: { upn: 'lawyer@muster.example', preferredUsername: null } },
      matchBy('upn'),
    ],
    [
      'only the directory has the user name',
      { signedIn: { preferredUsername: null, directory: directoryOf('lawyer@muster.example') } },
      matchBy('upn'),
    ],
    [
      'the user name differs, my mail address is it',
      {
        signedIn: {
          preferredUsername: 'lm@muster.example',
          directory: directoryOf('lm@muster.example', 'lawyer@muster.example'),
        },
      },
      matchBy('mail'),
    ],
    [
      'the user name differs, the claim email has it',
      { signedIn: { preferredUsername: 'lm@muster.example', email: 'lawyer@muster.example' } },
      matchBy('mail'),
    ],
    [
      'it is an alias of mine',
      {
        mailbox: { address: 'l.meier@muster.example' },
        signedIn: {
          directory: directoryOf('lawyer@muster.example', 'lawyer@muster.example', [
            'SMTP:lawyer@muster.example',
            'smtp:L.Meier@muster.example',
          ]),
        },
      },
      matchBy('proxy-address'),
    ],
    [
      'it is my alias at another domain of the firm',
      {
        mailbox: { address: 'lawyer@kanzlei.example' },
        signedIn: { directory: directoryOf('lawyer@muster.example', null, ['smtp:lawyer@kanzlei.example']) },
      },
      matchBy('proxy-address'),
    ],
    [
      'the domain has an umlaut, the directory has punycode',
      {
        mailbox: { address: 'lawyer@bücher.example' },
        signedIn: { preferredUsername: 'lawyer@xn--bcher-kva.example' },
      },
      matchBy('upn'),
    ],
    [
      'the domain is typed in punycode, the directory has the umlaut',
      {
        mailbox: { address: 'lawyer@XN--BCHER-KVA.example' },
        signedIn: { preferredUsername: 'lawyer@Bücher.example' },
      },
      matchBy('upn'),
    ],
    [
      'an accent of the name is composed in another way',
      {
        mailbox: { address: 'rene\u0301e@muster.example' },
        signedIn: { preferredUsername: 'ren\u00e9e@muster.example' },
      },
      matchBy('upn'),
    ],
    [
      'I was renamed: the account is the one that signed in before',
      { signedIn: { preferredUsername: 'frei@muster.example' }, mailbox: { owner: lawyer } },
      matchBy('oid'),
    ],
    [
      'I was renamed, and the directory knows only the new name',
      {
        signedIn: {
          preferredUsername: 'frei@muster.example',
          directory: directoryOf('frei@muster.example', 'frei@muster.example'),
        },
        mailbox: { owner: lawyer },
      },
      matchBy('oid'),
    ],
    [
      'ids are written in capitals',
      {
        signedIn: { tid: musterTenant.toUpperCase(), oid: lawyer.oid.toUpperCase() },
        mailbox: { owner: lawyer },
      },
      matchBy('oid'),
    ],
    [
      'the user name differs and the directory may not be read',
      { mailbox: { address: 'laura.meier@muster.example' } },
      confirm('address-not-visible'),
    ],
    [
      'the token says nothing but ids',
      { signedIn: { preferredUsername: null } },
      confirm('address-not-visible'),
    ],
    [
      'the address has a tag',
      { mailbox: { address: 'lawyer+akten@muster.example' } },
      confirm('plus-address'),
    ],
    [
      'the address has a tag, and the directory does not list it',
      {
        mailbox: { address: 'lawyer+akten@muster.example' },
        signedIn: { directory: directoryOf('lawyer@muster.example') },
      },
      confirm('plus-address'),
    ],
    [
      'the address has a plus that is part of my name',
      { mailbox: { address: 'a+b@muster.example' }, signedIn: { preferredUsername: 'a+b@muster.example' } },
      matchBy('upn'),
    ],
    [
      'an administrator added it for the firm, and it is the administrator’s own',
      {
        ...startedBy(admin, 'other'),
        signedIn: { ...admin, preferredUsername: 'admin@muster.example' },
        mailbox: { address: 'admin@muster.example' },
      },
      matchBy('upn'),
    ],
  ])('%s', (_name, change, expected) => expect(compare(change)).toEqual(expected));
});

describe('the wrong account', () => {
  const asColleague = { ...colleague, preferredUsername: 'assistant@muster.example' };
  test.each<Case>([
    ['a colleague’s, still signed in to this browser', { signedIn: asColleague }, mismatch('other-person')],
    [
      'a colleague’s, and the directory lists other addresses',
      {
        signedIn: { ...asColleague, directory: directoryOf('assistant@muster.example') },
        ...startedBy(admin, 'other'),
      },
      mismatch('other-person'),
    ],
    [
      'a colleague’s, for a mailbox that I signed in to before',
      { signedIn: asColleague, mailbox: { owner: lawyer } },
      mismatch('other-person'),
    ],
    [
      'mine, for an address that the directory gives to others',
      {
        mailbox: { address: 'assistant@muster.example' },
        signedIn: { directory: directoryOf('lawyer@muster.example') },
      },
      mismatch('other-person'),
    ],
    [
      'mine, and the address is only my chat address',
      {
        mailbox: { address: 'chat@muster.example' },
        signedIn: { directory: directoryOf('lawyer@muster.example', null, ['SIP:chat@muster.example']) },
      },
      mismatch('other-person'),
    ],
    [
      'mine, and the address is only in an X500 entry',
      {
        mailbox: { address: 'old@muster.example' },
        signedIn: { directory: directoryOf('lawyer@muster.example', null, ['X500:old@muster.example']) },
      },
      mismatch('other-person'),
    ],
    [
      'mine, which has no licence and so no address',
      {
        mailbox: { address: 'other@muster.example' },
        signedIn: { directory: directoryOf('lawyer@muster.example', null, []) },
      },
      mismatch('other-person'),
    ],
    [
      'one whose address only begins alike',
      {
        mailbox: { address: 'lawyer@muster.example.org' },
        signedIn: { directory: directoryOf('lawyer@muster.example') },
      },
      mismatch('other-person'),
    ],
    [
      'one whose name has a Cyrillic letter that looks the same',
      {
        signedIn: {
          preferredUsername: 'l\u0430wyer@muster.example',
          directory: directoryOf('l\u0430wyer@muster.example'),
        },
      },
      mismatch('other-person'),
    ],
    [
      'one whose name is the same in wide letters',
      {
        signedIn: {
          preferredUsername: 'ｌawyer@muster.example',
          directory: directoryOf('ｌawyer@muster.example'),
        },
      },
      mismatch('other-person'),
    ],
    [
      'one with a tag, for the address without it',
      {
        signedIn: {
          preferredUsername: 'lawyer+x@muster.example',
          directory: directoryOf('lawyer+x@muster.example'),
        },
      },
      mismatch('other-person'),
    ],
    ['of the same name in another tenant', { signedIn: { tid: neighbourTenant } }, mismatch('other-tenant')],
    [
      'of another tenant that claims our address as its mail',
      {
        signedIn: {
          tid: neighbourTenant,
          preferredUsername: 'user@nachbar.example',
          email: 'lawyer@muster.example',
        },
      },
      mismatch('other-tenant'),
    ],
    [
      'of another tenant with the very same object id',
      { signedIn: { tid: neighbourTenant }, mailbox: { owner: lawyer } },
      mismatch('other-tenant'),
    ],
    [
      'of another tenant, for the shared mailbox',
      { signedIn: { tid: neighbourTenant }, mailbox: { kind: 'shared' } },
      mismatch('other-tenant'),
    ],
    ['without an object id', { signedIn: { oid: '' } }, mismatch('other-tenant')],
    [
      'without a tenant, for a mailbox without one',
      { signedIn: { tid: '' }, mailbox: { directoryId: '' } },
      mismatch('other-tenant'),
    ],
    [
      'a personal one, made with the address of the firm',
      { signedIn: { tid: personalTenant } },
      mismatch('personal-account'),
    ],
    [
      'a personal one, for the shared mailbox',
      { signedIn: { tid: personalTenant }, mailbox: { kind: 'shared' } },
      mismatch('personal-account'),
    ],
    [
      'the administrator’s own, for a mailbox of another person, without the directory',
      { ...startedBy(admin, 'other'), signedIn: { ...admin, preferredUsername: 'admin@muster.example' } },
      mismatch('admin-for-user'),
    ],
    [
      'the administrator’s own, for a mailbox of another person, with the directory',
      {
        ...startedBy(admin, 'other'),
        signedIn: {
          ...admin,
          preferredUsername: 'admin@muster.example',
          directory: directoryOf('admin@muster.example'),
        },
      },
      mismatch('admin-for-user'),
    ],
    [
      'the administrator’s own, for a mailbox that its owner signed in to before',
      {
        ...startedBy(admin, 'other'),
        signedIn: { ...admin, preferredUsername: 'admin@muster.example' },
        mailbox: { owner: lawyer },
      },
      mismatch('admin-for-user'),
    ],
    [
      'a guest’s, by the user name in the token',
      {
        mailbox: { address: 'support@extern.example' },
        signedIn: { upn: 'support_extern.example#EXT#@muster.example', email: 'support@extern.example' },
      },
      mismatch('guest'),
    ],
    [
      'a guest’s, by the user name in the directory',
      {
        mailbox: { address: 'support@extern.example' },
        signedIn: {
          preferredUsername: 'support@extern.example',
          directory: directoryOf('support_extern.example#ext#@muster.example', 'support@extern.example'),
        },
      },
      mismatch('guest'),
    ],
    [
      'a guest’s, for the shared mailbox',
      { mailbox: { kind: 'shared' }, signedIn: { upn: 'support_extern.example#EXT#@muster.example' } },
      mismatch('guest'),
    ],
    [
      'of a successor who was given the address, not the mail that came before',
      {
        signedIn: { ...colleague, preferredUsername: 'lawyer@muster.example' },
        mailbox: { owner: lawyer },
        ...startedBy(colleague, 'own'),
      },
      mismatch('address-reassigned'),
    ],
    [
      'deleted and made anew under the same name',
      { signedIn: { oid: '99999999-9999-4999-8999-999999999999' }, mailbox: { owner: lawyer } },
      mismatch('address-reassigned'),
    ],
    [
      'any, when what is entered is no address',
      { mailbox: { address: 'Laura Meier' } },
      mismatch('not-an-address'),
    ],
    [
      'any, when the address has a path behind it',
      { mailbox: { address: 'lawyer@muster.example/other' } },
      mismatch('not-an-address'),
    ],
    [
      'any, when two addresses are entered',
      { mailbox: { address: 'lawyer@muster.example,assistant@muster.example' } },
      mismatch('not-an-address'),
    ],
  ])('%s', (_name, change, expected) => expect(compare(change)).toEqual(expected));
});

describe('a sign-in that somebody else started', () => {
  test.each<Case>([
    [
      'the administrator’s link, and the owner signs in',
      startedBy(admin, 'other'),
      pending(lawyer, matchBy('upn')),
    ],
    [
      'a colleague’s link, and the owner signs in',
      startedBy(colleague, 'own'),
      pending(lawyer, matchBy('upn')),
    ],
    [
      'a link to an alias, and the directory may not be read',
      { ...startedBy(admin, 'other'), mailbox: { address: 'l.meier@muster.example' } },
      pending(lawyer, confirm('address-not-visible')),
    ],
    [
      'a link to sign in again, and the owner does',
      { ...startedBy(admin, 'other'), mailbox: { owner: lawyer } },
      pending(lawyer, matchBy('oid')),
    ],
    [
      'somebody of another tenant with the same object id started it',
      { startedBy: { ...lawyer, tid: neighbourTenant } },
      pending(lawyer, matchBy('upn')),
    ],
    [
      'a link to the shared mailbox, and a colleague signs in',
      { ...startedBy(admin, 'other'), mailbox: { kind: 'shared', address: 'kanzlei@muster.example' } },
      pending(lawyer, delegate()),
    ],
  ])('%s', (_name, change, expected) => expect(compare(change)).toEqual(expected));
});

describe('the shared mailbox', () => {
  const shared = { kind: 'shared', address: 'kanzlei@muster.example' } as const;
  const itself = { tid: musterTenant, oid: '77777777-7777-4777-8777-777777777777' };
  test.each<Case>([
    ['I sign in as myself', { mailbox: shared }, delegate()],
    [
      'I sign in as myself, with or without the right: the mail host tells',
      { mailbox: shared, signedIn: { directory: directoryOf('lawyer@muster.example') } },
      delegate(),
    ],
    ['I sign in again', { mailbox: { ...shared, owner: lawyer } }, delegate()],
    ['I take it over from a colleague', { mailbox: { ...shared, owner: colleague } }, delegate(true)],
    [
      'an administrator signs in as himself, in the open',
      {
        ...startedBy(admin, 'other'),
        signedIn: { ...admin, preferredUsername: 'admin@muster.example' },
        mailbox: shared,
      },
      delegate(),
    ],
    [
      'it signs in itself',
      {
        startedBy: itself,
        signedIn: { ...itself, preferredUsername: 'kanzlei@muster.example' },
        mailbox: shared,
      },
      matchBy('upn'),
    ],
    [
      'it signs in itself, on a link of mine',
      { signedIn: { ...itself, preferredUsername: 'kanzlei@muster.example' }, mailbox: shared },
      pending(itself, matchBy('upn')),
    ],
    [
      'it signs in itself, where a delegate did before',
      {
        startedBy: itself,
        signedIn: { ...itself, preferredUsername: 'kanzlei@muster.example' },
        mailbox: { ...shared, owner: lawyer },
      },
      matchBy('upn', true),
    ],
    [
      'what is entered is no address',
      { mailbox: { ...shared, address: 'kanzlei' } },
      mismatch('not-an-address'),
    ],
  ])('%s', (_name, change, expected) => expect(compare(change)).toEqual(expected));
});

test('two people without ids are not the same person', () => {
  expect(isSamePerson({ tid: '', oid: '' }, { tid: '', oid: '' })).toBe(false);
});

function startedBy(
  person: { tid: string; oid: string },
  actsFor: SignInSubject['startedBy']['actsFor'],
): SubjectChange {
  return { startedBy: { ...person, upn: null, actsFor } };
}
