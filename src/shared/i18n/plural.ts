/** The form of a text for a number by the language's own rules (Intl.PluralRules); German, French, Italian and English need two. */
export function plural(language: string, count: number, forms: { one: string; other: string }): string {
  return new Intl.PluralRules(language).select(count) === 'one' ? forms.one : forms.other;
}
