export { causes } from '../../shared/i18n/locales/en/causes.ts';
export { mailRightCauses } from '../../shared/i18n/locales/en/causes-mail-rights.ts';
export { ui } from '../../shared/i18n/locales/en/ui.ts';
