import { readXoauth2Refusal, type Xoauth2Refusal } from '../sasl/index.ts';

/** How an exchange of AUTH XOAUTH2 ended: `reply` is the server's last one. */
export interface Xoauth2Outcome {
  reply: string;
  refusal?: Xoauth2Refusal;
  /** What the server did against the protocol. */
  violation?: string;
}

const challenge = /^334(?: (.*))?$/;

/**
 * AUTH XOAUTH2 in two lines (RFC 4954 section 4; Microsoft: "Authenticate an IMAP, POP or SMTP connection using OAuth"),
 * tried once: servers limit the length of a command, and a token in the line of AUTH often exceeds it. The refusal of a
 * token may come as a challenge with the reason, to be answered by an empty line before 535 follows.
 * @param say sends a line and answers the reply to it
 */
export async function exchangeXoauth2(
  say: (line: string) => Promise<string>,
  response: string,
): Promise<Xoauth2Outcome> {
  const invitation = await say('AUTH XOAUTH2');
  if (!challenge.test(invitation)) return withoutChallenge(invitation);
  const reply = await say(response);
  const reason = challenge.exec(reply);
  if (!reason) return { reply };
  const refusal = readXoauth2Refusal(reason[1] ?? '');
  return afterRefusal(await say(''), refusal);
}

/** A server that is content without having seen a token has let nobody in. */
function withoutChallenge(reply: string): Xoauth2Outcome {
  return reply.startsWith('2') ? { reply, violation: 'the server agreed without a token' } : { reply };
}

function afterRefusal(reply: string, refusal: Xoauth2Refusal): Xoauth2Outcome {
  if (challenge.test(reply)) return { reply, refusal, violation: 'a second challenge after a refused token' };
  if (reply.startsWith('2')) return { reply, refusal, violation: 'the server agreed after it had refused' };
  return { reply, refusal };
}
