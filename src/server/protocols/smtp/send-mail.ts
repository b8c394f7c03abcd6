import { envelopeAddress } from './envelope-address.ts';
import type { RefusedRecipient } from './error.ts';
import { openSession } from './open-session.ts';
import type { SmtpOptions } from './options.ts';

export interface SendOptions extends SmtpOptions {
  /** Sender and recipients of the envelope (RFC 5321 section 3.3); the message's header is not looked at. */
  envelope: { from: string; to: readonly string[] };
  /** The message of RFC 5322. Line ends become CR LF, dots are stuffed; else it goes as it is. */
  message: Buffer;
}

export interface SentMail {
  /** The server's last word, e.g. `250 2.0.0 OK <id>`. */
  reply: string;
  /** In the order given. */
  accepted: string[];
  /** Those it did not take while it took others. */
  refused: RefusedRecipient[];
}

/**
 * Sends a message, once: whoever wants to repeat it looks at the error first. Declares its size, `8BITMIME` and `SMTPUTF8`
 * where they are needed and offered; where they are not offered, the server says in its own words what it does not take.
 * @throws SmtpError when it is not sent, or `mayBeSent`; with `refusedRecipients` when nobody was left to send it to
 * @throws TypeError for addresses that `envelopeAddress` does not know, no recipient, or no message
 */
export async function sendMail(options: SendOptions): Promise<SentMail> {
  const { message } = options;
  const from = checked(options.envelope.from);
  const to = options.envelope.to.map(checked);
  if (to.length === 0 || message.length === 0) throw new TypeError('a mail has a recipient and a content');
  const session = await openSession(options);
  const { largestMessage = Infinity } = session;
  // Above what the server announced nodemailer would refuse by itself; the server's own refusal says more.
  const size = message.length > largestMessage ? undefined : message.length;
  const { reply, refused } = await session.send(
    { from, to, size, use8BitMime: isEightBit(message) },
    message,
  );
  await session.end();
  const isRefused = new Set(refused.map(({ recipient }) => recipient));
  return { reply, accepted: to.filter((recipient) => !isRefused.has(recipient)), refused };
}

function checked(address: string): string {
  const known = envelopeAddress(address);
  if (known === null) throw new TypeError('an address of the envelope is none');
  return known;
}

function isEightBit(message: Buffer): boolean {
  return message.some((octet) => octet > 0x7f);
}
