export { causes } from '../../shared/i18n/locales/de/causes.ts';
export { mailRightCauses } from '../../shared/i18n/locales/de/causes-mail-rights.ts';
export { ui } from '../../shared/i18n/locales/de/ui.ts';
