import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareIdentity } from '../../../src/server/features/mailbox-sign-in/compare-identity.ts';
import type { SignInSubject } from '../../../src/server/features/mailbox-sign-in/identity-comparison.ts';
import { isSameAddress, readMailAddress } from '../../../src/server/features/mailboxes/mail-address.ts';
import { musterTenant, neighbourTenant, personalTenant } from '../../support/sign-in-subject.ts';

// Few values each, so that persons, tenants and addresses meet often.
const tid = fc.constantFrom(musterTenant, neighbourTenant, personalTenant, '');
const oid = fc.constantFrom('o-1', 'o-2', 'o-3', '');
const person = fc.record({ tid, oid });
const address = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'anna@muster.example',
      'anna+akten@muster.example',
      'anna@bücher.example',
      'renée@muster.example',
      'bruno@muster.example',
      'bruno_extern.example#EXT#@muster.example',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);
const name = fc.option(address);
const subject: fc.Arbitrary<SignInSubject> = fc.record({
  signedIn: fc.record({
    tid,
    oid,
    upn: name,
    preferredUsername: name,
    email: name,
    directory: fc.option(
      fc.record({
        userPrincipalName: address,
        mail: name,
        proxyAddresses: fc.array(
          fc.tuple(fc.constantFrom('SMTP:', 'smtp:', 'X500:', ''), address).map((parts) => parts.join('')),
          { maxLength: 3 },
        ),
      }),
    ),
  }),
  startedBy: fc.record({ tid, oid, upn: name, actsFor: fc.constantFrom('own', 'other') }),
  mailbox: fc.record({
    address,
    kind: fc.constantFrom('personal', 'shared'),
    directoryId: fc.constantFrom(musterTenant, neighbourTenant),
    owner: fc.option(person),
  }),
});
const runs = { numRuns: 1500 };

const acceptedOf = (given: SignInSubject) => {
  const result = compareIdentity(given);
  return result.kind === 'pending-owner' ? result.then : result.kind === 'mismatch' ? null : result;
};
const isSame = (one: { tid: string; oid: string }, other: { tid: string; oid: string }) =>
  one.tid === other.tid && one.oid === other.oid;

describe('whatever is signed in to whatever mailbox', () => {
  test('an account of another tenant is never accepted', () => {
    fc.assert(
      fc.property(subject, (given) => {
        fc.pre(given.signedIn.tid !== given.mailbox.directoryId);
        expect(compareIdentity(given).kind).toBe('mismatch');
      }),
      runs,
    );
  });

  test('another person never inherits the grant of a personal mailbox', () => {
    fc.assert(
      fc.property(subject, person, (given, owner) => {
        fc.pre(!isSame(owner, given.signedIn));
        const mailbox = { ...given.mailbox, kind: 'personal', owner } as const;
        expect(compareIdentity({ ...given, mailbox }).kind).toBe('mismatch');
      }),
      runs,
    );
  });

  test('taking over a shared mailbox is always said', () => {
    fc.assert(
      fc.property(subject, person, (given, owner) => {
        const mailbox = { ...given.mailbox, kind: 'shared', owner } as const;
        const accepted = acceptedOf({ ...given, mailbox });
        fc.pre(accepted !== null);
        expect(accepted).toHaveProperty('replacesOwner', !isSame(owner, given.signedIn));
      }),
      runs,
    );
  });

  test('nothing is accepted at once of somebody else than the starter, and pending names who signed in', () => {
    fc.assert(
      fc.property(subject, (given) => {
        const result = compareIdentity(given);
        if (!isSame(given.signedIn, given.startedBy)) {
          expect(['pending-owner', 'mismatch']).toContain(result.kind);
        } else expect(result.kind).not.toBe('pending-owner');
        if (result.kind === 'pending-owner') expect(isSame(result.owner, given.signedIn)).toBe(true);
      }),
      runs,
    );
  });

  test('an administrator who acts for another gets that mailbox only where it is proven to be the own one', () => {
    fc.assert(
      fc.property(subject, (given) => {
        const startedBy = { ...given.startedBy, ...given.signedIn, upn: null, actsFor: 'other' } as const;
        const mailbox = { ...given.mailbox, kind: 'personal' } as const;
        const result = compareIdentity({ ...given, startedBy, mailbox });
        if (result.kind === 'needs-confirmation') expect(result.why).toBe('plus-address');
        else expect(['match', 'mismatch']).toContain(result.kind);
      }),
      runs,
    );
  });

  test('a personal mailbox is never opened as a delegate', () => {
    fc.assert(
      fc.property(subject, (given) => {
        const mailbox = { ...given.mailbox, kind: 'personal' } as const;
        expect(acceptedOf({ ...given, mailbox })?.kind).not.toBe('delegate');
      }),
      runs,
    );
  });

  test('spelling changes nothing: case, composition of accents, blanks, the dot of the root', () => {
    const respell = fc.constantFrom<(text: string) => string>(
      (text) => text.toUpperCase(),
      (text) => text.normalize('NFD'),
      (text) => ` ${text}\u00a0`,
      (text) => `${text}.`,
      (text) => text.replace('bücher', 'xn--bcher-kva'),
    );
    const spelt = fc.constantFrom('anna@muster.example', 'anna@bücher.example', 'renée@muster.example');
    fc.assert(
      fc.property(subject, spelt, respell, (given, text, change) => {
        const withAddress = (entered: string) =>
          compareIdentity({ ...given, mailbox: { ...given.mailbox, address: entered } });
        expect(withAddress(change(text))).toEqual(withAddress(text));
      }),
      runs,
    );
  });

  test('the order of the proxy addresses changes nothing', () => {
    fc.assert(
      fc.property(subject, (given) => {
        const { directory } = given.signedIn;
        fc.pre(directory !== null);
        const turned = { ...directory, proxyAddresses: directory.proxyAddresses.toReversed() };
        const signedIn = { ...given.signedIn, directory: turned };
        expect(compareIdentity({ ...given, signedIn })).toEqual(compareIdentity(given));
      }),
      runs,
    );
  });
});

describe('addresses', () => {
  test('any text at all is read or refused, and equality does not depend on the side', () => {
    const text = fc.oneof(address, fc.string({ unit: 'binary' }), fc.webUrl(), fc.emailAddress());
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [left, right] = [readMailAddress(one), readMailAddress(other)];
        expect(isSameAddress(left, right)).toBe(isSameAddress(right, left));
      }),
      runs,
    );
  });

  test('every address of common use is equal to itself in capitals', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (text) => {
        fc.pre(text.length <= 320);
        expect(isSameAddress(readMailAddress(text), readMailAddress(text.toUpperCase()))).toBe(true);
      }),
      runs,
    );
  });

  test('what is read reads the same again', () => {
    fc.assert(
      fc.property(fc.oneof(address, fc.string({ unit: 'binary' })), (text) => {
        const read = readMailAddress(text);
        fc.pre(read !== null);
        expect(readMailAddress(`${read.local}@${read.domain}`)).toEqual(read);
      }),
      runs,
    );
  });
});
