import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readConsentAnswer } from '../../../src/server/features/admin-consent/consent-answer.ts';
import { chooseForm, consentLink } from '../../../src/server/features/admin-consent/consent-link.ts';
import { preferredLanguage } from '../../../src/server/http/accept-language.ts';
import { answerPage } from '../../../src/server/http/answer-page.ts';

const directory = '5c1c7a2e-9a55-4a73-9d5e-1f6f0d2b7c11';
const given = { admin_consent: 'True', tenant: directory, state: 's1' };

describe('an answer of the consent page', () => {
  test('of either form says that consent was given', () => {
    const expected = { kind: 'given', state: 's1', directoryId: directory };
    expect(readConsentAnswer(given)).toEqual(expected);
    expect(readConsentAnswer({ ...given, tenant: directory.toUpperCase(), scope: 'x/.default' })).toEqual(
      expected,
    );
    expect(readConsentAnswer({ ...given, admin_consent: 'true' })).toEqual(expected);
  });

  test('is a refusal when it names an error, whatever else it says', () => {
    const answer = readConsentAnswer({ ...given, error: 'consent_required', error_subcode: 'cancel' });
    expect(answer).toEqual({
      kind: 'refused',
      state: 's1',
      raw: 'error=consent_required&error_subcode=cancel',
    });
  });

  test('names a directory only by its id', () => {
    expect(readConsentAnswer({ ...given, tenant: 'muster.example' })).toMatchObject({ directoryId: null });
  });

  test.each([
    ['nothing', {}],
    ['only a state', { state: 's1' }],
    ['no', { ...given, admin_consent: 'False' }],
    ['a parameter twice', { ...given, state: ['s1', 's2'] }],
    ['an error twice', { ...given, error: ['a', 'b'] }],
    ['a parameter that is an object', { admin_consent: { True: '' } }],
  ])('that says %s is void', (_what, query) => {
    expect(readConsentAnswer(query)).toEqual({ kind: 'malformed' });
  });

  test('is read whatever stands in it, and never grows', () => {
    const value = fc.oneof(
      fc.string(),
      fc.array(fc.string()),
      fc.string({ minLength: 5000, maxLength: 6000 }),
    );
    const name = fc.constantFrom(
      'state',
      'error',
      'error_description',
      'admin_consent',
      'tenant',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.dictionary(name, value), (query) => {
        const answer = readConsentAnswer(query);
        if (answer.kind !== 'malformed') expect(answer.state.length).toBeLessThanOrEqual(4096);
        if (answer.kind === 'refused') expect(answer.raw.length).toBeLessThan(4 * 4096 * 9 + 100);
      }),
    );
  });
});

describe('the link', () => {
  test('without an answer names the application alone; with one, the redirect URI and the state', () => {
    const page = `https://login.example/${directory}/adminconsent`;
    expect(consentLink({ page, applicationId: 'app', answer: null })).toBe(`${page}?client_id=app`);
    const answer = { redirectUri: 'https://connect.example/auth/consent/callback', state: 'a b&c' };
    expect(consentLink({ page, applicationId: 'app', answer })).toBe(
      `${page}?client_id=app&redirect_uri=https%3A%2F%2Fconnect.example%2Fauth%2Fconsent%2Fcallback&state=a+b%26c`,
    );
  });

  test('asks for an answer only where one can come, unless somebody chooses', () => {
    const unseen = { redirectUrisEntered: false, answeredBefore: false };
    expect(chooseForm(undefined, unseen)).toBe('plain');
    expect(chooseForm(undefined, { ...unseen, redirectUrisEntered: true })).toBe('redirect');
    expect(chooseForm(undefined, { ...unseen, answeredBefore: true })).toBe('redirect');
    expect(chooseForm('redirect', unseen)).toBe('redirect');
    expect(chooseForm('plain', { redirectUrisEntered: true, answeredBefore: true })).toBe('plain');
  });
});

describe('the page of an answer', () => {
  test('holds what others wrote as text', () => {
    const html = answerPage('en', {
      tone: 'bad',
      title: '<b>&"',
      paragraphs: ["<script>alert('1')</script>"],
    });
    expect(html).toContain('<h1>&lt;b&gt;&amp;&quot;</h1>');
    expect(html).toContain('<p>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;</p>');
    expect(html).not.toContain('<script');
  });

  test.each([
    ['fr-CH, fr;q=0.9, en;q=0.8', 'fr'],
    ['rm, it-CH;q=0.5, de;q=0.7', 'de'],
    ['ja', 'en'],
    ['de;q=0, it', 'it'],
    ['de;q=x', 'en'],
    ['', 'en'],
    [undefined, 'en'],
    [`${'x'.repeat(1000)},de`, 'en'],
  ])('for a browser that wants %s is in %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
