export { explain as texts } from '../../shared/i18n/locales/fr/explain.ts';
