import { describe, expect, test } from '@jest/globals';
import { texts as de } from '../../../../src/client/i18n/explain-texts-de.ts';
import { texts as en } from '../../../../src/client/i18n/explain-texts-en.ts';
import { texts as fr } from '../../../../src/client/i18n/explain-texts-fr.ts';
import { texts as it } from '../../../../src/client/i18n/explain-texts-it.ts';
import { languages } from '../../../../src/shared/i18n/languages.ts';

const all = { de, en, fr, it };

function textsIn(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, (value as (word: string) => string)('2')]];
  return Object.entries(value as object).flatMap(([key, inner]) => textsIn(inner, `${path}/${key}`));
}

describe.each(languages)('the texts about explaining an error in %s', (language) => {
  const shown = textsIn(all[language]);

  test('are all there, in the tone of the house', () => {
    const odd = shown.filter(([, text]) => text.trim() === '' || /!|ß|Office 365|undefined|NaN/.test(text));
    expect(odd).toEqual([]);
  });

  test('are translated', () => {
    if (language === 'en') return;
    const english = new Map(textsIn(en));
    const same = shown.filter(([path, text]) => english.get(path) === text && text.includes(' '));
    // A name in both.
    expect(same.filter(([path]) => path !== '/protocols/bot')).toEqual([]);
  });
});
