import { readXoauth2Refusal, xoauth2Response, type Xoauth2Refusal } from '../../sasl/index.ts';
import type { Conversation } from '../conversation.ts';
import type { CommandOptions, Exchange } from '../exchange.ts';
import { ReplyViolation } from '../reply-parser.ts';

export interface Xoauth2Credentials {
  /** Address of the mailbox; for a shared one its own address with the token of a delegate. */
  user: string;
  accessToken: string;
}

export interface AuthOptions extends CommandOptions {
  /** One line with the initial response instead of two. Exchange documents two; RFC 5034 allows one up to 255 octets. */
  oneLine?: boolean;
}

/** A longer access token is reported to make Exchange's POP3 answer with a protocol error. */
export const longestExchangeToken = 4096;

/**
 * AUTH XOAUTH2 (RFC 5034; Microsoft: "Authenticate an IMAP, POP or SMTP connection using OAuth"). The refusal of a
 * token may come as a challenge with the reason, to be answered by an empty line before -ERR follows.
 * @throws Pop3Error with `xoauth2` and `accessTokenLength`; TypeError for control characters in user or token
 */
export async function authXoauth2(
  conversation: Conversation,
  { user, accessToken }: Xoauth2Credentials,
  { oneLine = false, ...options }: AuthOptions = {},
): Promise<void> {
  const response = xoauth2Response(user, accessToken);
  conversation.mask.add(response, accessToken);
  let isSent = oneLine;
  let refusal: Xoauth2Refusal | undefined;
  const exchange: Exchange = {
    stage: 'auth',
    command: oneLine ? `AUTH XOAUTH2 ${response}` : 'AUTH XOAUTH2',
    shownCommand: oneLine ? 'AUTH XOAUTH2 ***' : 'AUTH XOAUTH2',
    exclusive: true,
    challenge: (text) => {
      if (refusal) throw new ReplyViolation('protocol', 'a second challenge after a refused token');
      if (isSent) {
        refusal = readXoauth2Refusal(text);
        return { line: '', shown: '' };
      }
      isSent = true;
      return { line: response, shown: '***' };
    },
    errorDetails: () => ({ xoauth2: refusal, accessTokenLength: accessToken.length }),
    ...options,
  };
  const { raw } = await conversation.send(exchange);
  // A server that is content without having seen a token, or after it has refused one, has let nobody in.
  if (!isSent || refusal) throw conversation.breakOff(exchange, 'the server agreed without a token', raw);
}
