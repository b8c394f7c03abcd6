export { causes } from '../../shared/i18n/locales/de/causes.ts';
export { ui } from '../../shared/i18n/locales/de/ui.ts';
