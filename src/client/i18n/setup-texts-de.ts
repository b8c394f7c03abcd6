import type { SetupTexts } from '../../shared/i18n/messages.ts';
import { consent } from '../../shared/i18n/locales/de/consent.ts';
import { serviceKeys } from '../../shared/i18n/locales/de/service-keys.ts';
import { setup } from '../../shared/i18n/locales/de/setup.ts';
import { summary } from '../../shared/i18n/locales/de/summary.ts';

export const texts: SetupTexts = { setup, consent, serviceKeys, summary };
