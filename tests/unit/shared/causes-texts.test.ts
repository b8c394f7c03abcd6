import { describe, expect, test } from '@jest/globals';
import { causes, retries, type Cause } from '../../../src/shared/causes.ts';
import type { CauseTexts, RetryWords } from '../../../src/shared/i18n/cause-text.ts';
import * as de from '../../../src/shared/i18n/locales/de/causes.ts';
import * as en from '../../../src/shared/i18n/locales/en/causes.ts';
import * as fr from '../../../src/shared/i18n/locales/fr/causes.ts';
import * as it from '../../../src/shared/i18n/locales/it/causes.ts';

const locales: readonly (readonly [string, { causes: CauseTexts; retryWords: RetryWords }])[] = [
  ['de', de],
  ['fr', fr],
  ['it', it],
  ['en', en],
];

/** Every sentence of a cause with its cause in front, so that a failure names the place. */
const sentences = (texts: CauseTexts): { cause: Cause; text: string }[] =>
  causes.flatMap((cause) => {
    const { title, meaning, steps } = texts[cause];
    return [title, meaning, ...steps].map((text) => ({ cause, text }));
  });

/** The causes that the registration, its token and the calls to Graph meet: they get a way out in several steps. */
const inDepth: readonly Cause[] = [
  'secret-wrong',
  'secret-expired',
  'secret-missing',
  'app-not-found',
  'app-disabled',
  'app-config-wrong',
  'tenant-not-found',
  'consent-missing',
  'permission-missing',
  'policy-restricts-mailbox',
  'mailbox-missing',
  'throttled',
  'service-unavailable',
  'proxy-blocked',
  'token-wrong-audience',
  'token-invalid',
  'cae-challenge',
  'conditional-access',
  'resource-not-in-tenant',
  'dns',
  'network-unreachable',
  'timeout',
  'connection-dropped',
  'tls-untrusted',
  'unknown',
];

describe.each(locales)('the texts in %s', (language, { causes: texts, retryWords }) => {
  test('explain every cause and no other', () => {
    expect(Object.keys(texts).sort()).toEqual([...causes].sort());
    expect(Object.keys(retryWords).sort()).toEqual([...retries].sort());
  });

  test('give at least one step, and two to four where the connection test leads', () => {
    for (const cause of causes)
      expect(texts[cause].steps.length).toBeGreaterThanOrEqual(inDepth.includes(cause) ? 2 : 1);
    for (const cause of causes) expect(texts[cause].steps.length).toBeLessThanOrEqual(4);
  });

  test('have as many steps as the English source', () => {
    for (const cause of causes)
      expect({ cause, steps: texts[cause].steps.length }).toEqual({
        cause,
        steps: en.causes[cause].steps.length,
      });
  });

  test('are calm sentences without codes, markup or forgotten places', () => {
    for (const sentence of sentences(texts)) {
      expect(sentence.text).not.toMatch(
        /!|AADSTS|\b[45]\d\d \b|invalid_|[<>{}]|TODO|undefined|Office 365(?! Exchange)|\s{2,}|^\s|\s$/,
      );
      expect(sentence.text.length).toBeGreaterThan(8);
    }
    for (const cause of causes) {
      expect(texts[cause].title).not.toMatch(/[.:]$/);
      expect(texts[cause].meaning).toMatch(/\.$/);
      expect(texts[cause].title.length).toBeLessThanOrEqual(80);
    }
  });

  test('use the typographic apostrophe', () => {
    for (const sentence of sentences(texts)) expect(sentence.text).not.toContain("'");
  });

  test('name the English menu where they lead into the Entra admin center', () => {
    const leading = sentences(texts).filter(
      ({ text }) =>
        text.includes('Entra') && /App-Registrierungen|Inscriptions d’app|Registrazioni app/.test(text),
    );
    expect(leading.length).toBeGreaterThan(language === 'en' ? -1 : 5);
    for (const { text } of leading) expect(text).toContain('(App registrations)');
    const toSecrets = texts['secret-wrong'].steps[0]!;
    expect(toSecrets).toContain('App registrations');
    expect(toSecrets).toContain('Certificates & secrets');
  });

  test('are in their own language', () => {
    const own = {
      de: /\b(?:Sie|der|die|das)\b/,
      fr: /\b(?:vous|le|la|les|de)\b/,
      it: /\b(?:il|la|di|non)\b/,
      en: /\b(?:the|you|your|is|and|or)\b/,
    }[language]!;
    for (const cause of causes) {
      const whole = [texts[cause].meaning, ...texts[cause].steps].join(' ');
      expect({ cause, own: own.test(whole) }).toEqual({ cause, own: true });
      if (language !== 'en') expect(texts[cause].title).not.toBe(en.causes[cause].title);
    }
  });
});

test('German is spelt as in Switzerland', () => {
  for (const sentence of sentences(de.causes)) expect(sentence.text).not.toContain('ß');
});

test('French keeps its quotation marks and colons on the line', () => {
  for (const sentence of sentences(fr.causes)) expect(sentence.text).not.toMatch(/« | »| [:;?]/);
});
