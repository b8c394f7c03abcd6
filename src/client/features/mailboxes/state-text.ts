import type { MailboxMessages } from '../../../shared/i18n/messages.ts';
import type { Format } from '../../i18n/format.ts';
import type { MailboxState } from './mailbox-state.ts';

/** The state of a mailbox as one short sentence. */
export function stateText(state: MailboxState, texts: MailboxMessages, format: Format): string {
  if (state.kind === 'failed' || state.kind === 'unknown') {
    return texts.states[state.kind](format.list(state.parts.map((part) => texts.parts[part])));
  }
  return texts.states[state.kind];
}
