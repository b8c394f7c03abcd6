export { causes } from '../../shared/i18n/locales/it/causes.ts';
export { ui } from '../../shared/i18n/locales/it/ui.ts';
