import { describe, expect, test } from '@jest/globals';
import { texts as de } from '../../../../src/client/i18n/setup-texts-de.ts';
import { texts as en } from '../../../../src/client/i18n/setup-texts-en.ts';
import { texts as fr } from '../../../../src/client/i18n/setup-texts-fr.ts';
import { texts as it } from '../../../../src/client/i18n/setup-texts-it.ts';
import { languages } from '../../../../src/shared/i18n/languages.ts';
import { portalSentence } from '../../../../src/shared/i18n/portal-sentence.ts';
import { portalTerms, type PortalTerm } from '../../../../src/shared/i18n/portal-wording.ts';

const all = { de, en, fr, it };

/** A two that is also an object of which each property is a two: texts take words, numbers, or several by name. */
const two: unknown = new Proxy(Object(2) as object, {
  get: (number, name) => (typeof name === 'string' && !(name in number) ? '2' : () => 2),
});

/** Every text with its path; those with parameters as they come out for two. */
function textsIn(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const text = value as (...parameters: unknown[]) => string;
    return [[path, text(two, two, two, two, two)]];
  }
  return Object.entries(value as object).flatMap(([key, inner]) => textsIn(inner, `${path}/${key}`));
}

const termsIn = (text: string) =>
  portalSentence(text).flatMap((part) => (typeof part === 'string' ? [] : [part.term]));

describe.each(languages)('the texts of the set-up in %s', (language) => {
  const shown = textsIn(all[language]);

  test('are all there, in the tone of the house', () => {
    const odd = shown.filter(([, text]) => text.trim() === '' || /!|ß|Office 365|undefined|NaN/.test(text));
    expect(odd).toEqual([]);
  });

  test('name in braces only words that a portal has', () => {
    const unknown = shown.filter(([, text]) =>
      portalSentence(text).some((part) => typeof part === 'string' && /[{}]/.test(part)),
    );
    expect(unknown).toEqual([]);
  });

  test('ask for the same clicks in the portal as the English ones', () => {
    const english = new Map(textsIn(en));
    for (const [path, text] of shown) {
      expect([path, termsIn(text).toSorted()]).toEqual([path, termsIn(english.get(path) ?? '').toSorted()]);
    }
  });
});

test('a word of the portals that is not verified is never one without an English word beside it', () => {
  const unverified = Object.entries(portalTerms).filter(([, term]) =>
    languages.some((language) => !term[language].verified),
  );
  expect(unverified.length).toBeGreaterThan(0);
  for (const [, term] of unverified) expect(term.en).toEqual({ text: expect.any(String), verified: true });
});

test('a sentence is cut at the names it contains, and at nothing else', () => {
  expect(portalSentence('Press {newRegistration}, not {this}.')).toEqual([
    'Press ',
    { term: 'newRegistration' satisfies PortalTerm },
    ', not ',
    '{this}',
    '.',
  ]);
});
