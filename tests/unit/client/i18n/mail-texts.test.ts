import { describe, expect, test } from '@jest/globals';
import { texts as de } from '../../../../src/client/i18n/mail-texts-de.ts';
import { texts as en } from '../../../../src/client/i18n/mail-texts-en.ts';
import { texts as fr } from '../../../../src/client/i18n/mail-texts-fr.ts';
import { texts as it } from '../../../../src/client/i18n/mail-texts-it.ts';
import { languages } from '../../../../src/shared/i18n/languages.ts';

const all = { de, en, fr, it };

/** Every text with its path; those with parameters as they come out for two things called A, B. */
function textsIn(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const text = value as (...parameters: unknown[]) => string;
    return [[path, text(2, 'B', 'C', 'D')]];
  }
  return Object.entries(value as object).flatMap(([key, inner]) => textsIn(inner, `${path}/${key}`));
}

describe.each(languages)('the texts about mailboxes in %s', (language) => {
  const shown = textsIn(all[language]);

  test('are all there, in the tone of the house', () => {
    const odd = shown.filter(([, text]) => text.trim() === '' || /!|ß|Office 365|undefined|NaN/.test(text));
    expect(odd).toEqual([]);
  });

  test('are not English ones left standing', () => {
    if (language === 'en') return;
    const english = new Map(textsIn(en));
    const same = shown.filter(([path, text]) => text.length > 25 && english.get(path) === text);
    expect(same).toEqual([]);
  });
});

test('a sentence that names an account names it in each language', () => {
  for (const language of languages) {
    const { signIn, remove } = all[language].mailboxes;
    expect(signIn.mismatch('beat@x.example', 'anna@x.example')).toMatch(/beat@x\.example.*anna@x\.example/);
    expect(remove.title('anna@x.example')).toContain('anna@x.example');
  }
});
