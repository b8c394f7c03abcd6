export { causes } from '../../shared/i18n/locales/fr/causes.ts';
export { ui } from '../../shared/i18n/locales/fr/ui.ts';
