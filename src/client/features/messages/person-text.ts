import type { MessageSummary, MessageView } from '../../../shared/api/messages.ts';

type Person = MessageView['to'][number];

/** Name with address: a name alone can be anybody's, so it never stands for the address. */
export function personText({ name, address }: Person): string {
  if (name === null || name === address) return address ?? name ?? '';
  return address === null ? name : `${name} <${address}>`;
}

/** As a list shows the sender; empty when nobody is stated. */
export function senderText({ from }: MessageSummary): string {
  return from === null ? '' : (from.name ?? from.address ?? '');
}
