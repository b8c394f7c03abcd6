import type { MailTexts } from '../../shared/i18n/messages.ts';
import { mailboxes } from '../../shared/i18n/locales/it/mailboxes.ts';
import { messages } from '../../shared/i18n/locales/it/messages.ts';

export const texts: MailTexts = { mailboxes, messages };
