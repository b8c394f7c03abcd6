import type { Conversation } from '../conversation.ts';
import type { CommandOptions } from '../exchange.ts';
import { quit } from './quit.ts';
import { stat, type Maildrop } from './stat.ts';

const patienceForQuitMs = 3000;

/**
 * STAT with QUIT in the same packet, which saves a round trip; QUIT's answer is not waited for. That is allowed with
 * PIPELINING alone (RFC 2449 section 6.6). A server that loses the second command loses nothing: no message was
 * marked, and the connection is closed after three seconds at the latest.
 */
export async function statAndQuit(
  conversation: Conversation,
  options: CommandOptions = {},
): Promise<Maildrop> {
  const { turns } = conversation;
  turns.window = Math.max(turns.window, 2);
  const maildrop = stat(conversation, options);
  const left = quit(conversation).catch(() => undefined);
  try {
    return await maildrop;
  } finally {
    const timer = setTimeout(() => conversation.close(), patienceForQuitMs);
    void left.then(() => clearTimeout(timer));
  }
}
