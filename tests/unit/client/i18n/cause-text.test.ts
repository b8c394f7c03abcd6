import { describe, expect, test } from '@jest/globals';
import { causeText } from '../../../../src/client/i18n/cause-text.ts';
import { loadLocale } from '../../../../src/client/i18n/load-locale.ts';
import { languages } from '../../../../src/shared/i18n/languages.ts';
import { buildVerdict } from '../../../support/fake-api.ts';

const rights = ['consent-missing', 'permission-missing'] as const;
const delegated = {
  en: 'Delegated permissions',
  de: 'Delegierte Berechtigungen',
  fr: 'Autorisations déléguées',
  it: 'Autorizzazioni delegate',
};

describe.each(languages)('what is missing, in %s', (language) => {
  test.each(rights)('is a delegated right for a mailbox: %s', async (cause) => {
    const locale = await loadLocale(language);
    for (const permission of [
      'SMTP.Send',
      'POP.AccessAsUser.All, SMTP.Send',
      'POP.AccessAsUser.All SMTP.Send',
    ]) {
      const { title, meaning, steps } = causeText(buildVerdict({ cause, facts: { permission } }), locale);
      expect(title).not.toBe(locale.causes[cause].title);
      expect(steps.join(' ')).toContain(delegated[language]);
      expect(steps.join(' ')).toContain('Grant admin consent');
      expect(steps.at(-1)).toContain('Microsoft');
      for (const text of [title, meaning, ...steps]) expect(text).not.toMatch(/!|ß|'| [:;?»]|« /);
    }
  });

  test.each(rights)('is a right of the app for a module: %s', async (cause) => {
    const locale = await loadLocale(language);
    for (const facts of [{}, { permission: 'Calendars.ReadWrite' }, { permission: 'Mail.Send, SMTP.Send' }]) {
      expect(causeText(buildVerdict({ cause, facts }), locale)).toBe(locale.causes[cause]);
    }
  });
});
