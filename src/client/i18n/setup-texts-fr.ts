import type { SetupTexts } from '../../shared/i18n/messages.ts';
import { consent } from '../../shared/i18n/locales/fr/consent.ts';
import { serviceKeys } from '../../shared/i18n/locales/fr/service-keys.ts';
import { setup } from '../../shared/i18n/locales/fr/setup.ts';
import { summary } from '../../shared/i18n/locales/fr/summary.ts';

export const texts: SetupTexts = { setup, consent, serviceKeys, summary };
