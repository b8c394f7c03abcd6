export { causes } from '../../shared/i18n/locales/en/causes.ts';
export { ui } from '../../shared/i18n/locales/en/ui.ts';
