import { describe, expect, test } from '@jest/globals';
import { loadLocale } from '../../../../src/client/i18n/load-locale.ts';
import { languages } from '../../../../src/shared/i18n/languages.ts';

/** Every text of a locale with its path; those with parameters as they come out for two. */
function textsIn(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const text = value as (...parameters: unknown[]) => string;
    return [[path, text(2, 2, 2)]];
  }
  return Object.entries(value as object).flatMap(([key, inner]) => textsIn(inner, `${path}/${key}`));
}

describe.each(languages)('the texts in %s', (language) => {
  const texts = async () => textsIn((await loadLocale(language)).messages);

  test('are all there', async () => {
    const empty = (await texts()).filter(
      ([path, text]) => text.trim() === '' && path !== '/verdict/confidence/certain',
    );
    expect(empty).toEqual([]);
  });

  test('keep the tone of the house: no exclamation marks, no ß, Microsoft 365', async () => {
    expect((await texts()).filter(([, text]) => /!|ß|Office 365|undefined|NaN/.test(text))).toEqual([]);
  });

  test('use the words of LEGAL 365 for what stands there too', async () => {
    const { registration, test: words } = (await loadLocale(language)).messages;
    const known = {
      de: [
        'Client Anmelde-Information (Wert)',
        'Anwendungs-ID (Client)',
        'Verzeichnis-ID (Mandant)',
        'Anbindung testen',
      ],
      fr: [
        'Information d’identification du client (valeur)',
        'ID d’application (client)',
        'ID de l’annuaire (locataire)',
        'Tester la connexion',
      ],
      it: [
        'Credenziale client (valore)',
        'ID applicazione (client)',
        'ID directory (tenant)',
        'Testa la connessione',
      ],
      en: [
        'Client credential (value)',
        'Application ID (client)',
        'Directory ID (tenant)',
        'Test connection',
      ],
    };
    expect([
      registration.clientSecret,
      registration.applicationId,
      registration.directoryId,
      words.button,
    ]).toEqual(known[language]);
  });
});
