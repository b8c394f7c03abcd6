export { explain as texts } from '../../shared/i18n/locales/de/explain.ts';
