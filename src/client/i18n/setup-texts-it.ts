import type { SetupTexts } from '../../shared/i18n/messages.ts';
import { consent } from '../../shared/i18n/locales/it/consent.ts';
import { serviceKeys } from '../../shared/i18n/locales/it/service-keys.ts';
import { setup } from '../../shared/i18n/locales/it/setup.ts';
import { summary } from '../../shared/i18n/locales/it/summary.ts';

export const texts: SetupTexts = { setup, consent, serviceKeys, summary };
