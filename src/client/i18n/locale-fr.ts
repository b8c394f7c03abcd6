export { causes } from '../../shared/i18n/locales/fr/causes.ts';
export { mailRightCauses } from '../../shared/i18n/locales/fr/causes-mail-rights.ts';
export { ui } from '../../shared/i18n/locales/fr/ui.ts';
