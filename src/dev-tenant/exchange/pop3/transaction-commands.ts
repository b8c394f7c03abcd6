import { dotStuffed } from '../wire/dot-stuffing.ts';
import type { Maildrop, MaildropMessage } from './maildrop.ts';
import * as reply from './replies.ts';

/** @returns the parts of the answer, or undefined when the parameters make no sense */
export type TransactionCommand = (
  maildrop: Maildrop,
  parameters: readonly string[],
) => readonly (string | Uint8Array)[] | undefined;

type MessageCommand = (message: MaildropMessage, maildrop: Maildrop) => readonly (string | Uint8Array)[];

const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;

/** A command about one message, by its number. */
const forMessage =
  (command: MessageCommand): TransactionCommand =>
  (maildrop, [parameter, ...others]) => {
    const number = wholeNumber(parameter);
    if (number === undefined || others.length > 0) return undefined;
    const message = maildrop.message(number);
    return message ? command(message, maildrop) : [reply.noSuchMessage];
  };

/** A listing of all messages, or of the one named. */
const listed = (describe: (message: MaildropMessage) => string): TransactionCommand => {
  const one = forMessage((message) => [reply.ok(describe(message))]);
  return (maildrop, parameters) =>
    parameters.length > 0 ? one(maildrop, parameters) : [reply.listing(maildrop.messages().map(describe))];
};

const withoutParameters =
  (command: (maildrop: Maildrop) => string): TransactionCommand =>
  (maildrop, parameters) =>
    parameters.length > 0 ? undefined : [command(maildrop)];

const stat = withoutParameters((maildrop) => {
  const messages = maildrop.messages();
  return reply.ok(`${messages.length} ${messages.reduce((sum, { size }) => sum + size, 0)}`);
});

const retr = forMessage((message, maildrop) =>
  maildrop.isGone(message.number) ? [reply.noSuchMessage] : [reply.ok(), dotStuffed(message.content())],
);

const top: TransactionCommand = (maildrop, [number, lines, ...others]) => {
  const count = wholeNumber(lines);
  if (count === undefined || others.length > 0) return undefined;
  return forMessage((message) => [reply.ok(), dotStuffed(topOf(message.content(), count))])(maildrop, [
    number ?? '',
  ]);
};

/** Header, empty line, and so many lines of the body (RFC 1939, TOP). */
function topOf(content: Buffer, lines: number): Buffer {
  const header = content.indexOf('\r\n\r\n');
  if (header === -1) return content;
  let end = header + 4;
  for (let left = lines; left > 0 && end < content.length; left--) {
    const next = content.indexOf('\r\n', end);
    end = next === -1 ? content.length : next + 2;
  }
  return content.subarray(0, end);
}

const dele = forMessage((message, maildrop) => {
  maildrop.markDeleted(message.number);
  return [reply.ok()];
});

const rset = withoutParameters((maildrop) => {
  maildrop.unmarkAll();
  return reply.ok();
});

/** The TRANSACTION state (RFC 1939 section 5). */
export const transactionCommands: ReadonlyMap<string, TransactionCommand> = new Map([
  ['STAT', stat],
  ['LIST', listed(({ number, size }) => `${number} ${size}`)],
  ['UIDL', listed(({ number, uidl }) => `${number} ${uidl}`)],
  ['RETR', retr],
  ['TOP', top],
  ['DELE', dele],
  ['NOOP', withoutParameters(() => reply.ok())],
  ['RSET', rset],
]);
