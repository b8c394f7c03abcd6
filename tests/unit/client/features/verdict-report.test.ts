import { describe, expect, test } from '@jest/globals';
import { verdictReport } from '../../../../src/client/components/verdict-report.ts';
import { loadLocale } from '../../../../src/client/i18n/load-locale.ts';
import { languages } from '../../../../src/shared/i18n/languages.ts';
import { buildVerdict } from '../../../support/fake-api.ts';

describe.each(languages)('a verdict in %s', (language) => {
  test('promises nobody that an unknown failure passes by itself', async () => {
    const locale = await loadLocale(language);
    const report = verdictReport(buildVerdict({ cause: 'unknown', whoCanFix: 'nobody' }), locale);
    expect(report).not.toContain(locale.messages.verdict.who.nobody);
    expect(report).toContain('LEGAL 365');
  });

  test('says how long an access token is that POP3 may have refused for it', async () => {
    const locale = await loadLocale(language);
    const facts = { tokenLength: 4812 };
    const report = verdictReport(buildVerdict({ cause: 'ambiguous-auth', facts }), locale);
    expect(report).toContain(locale.format.number(4812));
    expect(report).toMatch(/4[^\d]?096/);
    expect(verdictReport(buildVerdict({ cause: 'ambiguous-auth' }), locale)).not.toMatch(/4[^\d]?096/);
  });
});
