export { explain as texts } from '../../shared/i18n/locales/en/explain.ts';
