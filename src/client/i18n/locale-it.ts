export { causes } from '../../shared/i18n/locales/it/causes.ts';
export { mailRightCauses } from '../../shared/i18n/locales/it/causes-mail-rights.ts';
export { ui } from '../../shared/i18n/locales/it/ui.ts';
