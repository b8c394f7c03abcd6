import type { MailTexts } from '../../shared/i18n/messages.ts';
import { mailboxes } from '../../shared/i18n/locales/fr/mailboxes.ts';
import { messages } from '../../shared/i18n/locales/fr/messages.ts';

export const texts: MailTexts = { mailboxes, messages };
