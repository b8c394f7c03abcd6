export { explain as texts } from '../../shared/i18n/locales/it/explain.ts';
