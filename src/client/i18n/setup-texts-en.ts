import type { SetupTexts } from '../../shared/i18n/messages.ts';
import { consent } from '../../shared/i18n/locales/en/consent.ts';
import { serviceKeys } from '../../shared/i18n/locales/en/service-keys.ts';
import { setup } from '../../shared/i18n/locales/en/setup.ts';
import { summary } from '../../shared/i18n/locales/en/summary.ts';

export const texts: SetupTexts = { setup, consent, serviceKeys, summary };
