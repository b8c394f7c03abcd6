import type { Stage } from '../../shared/causes.ts';
import { guess, likely, type Judgement } from './finding.ts';
import type { MailReply } from './mail-reply.ts';
import { refusedSmtpSignIn } from './smtp-refusals.ts';

/** A reply that no row knows: by stage, reply code (RFC 5321 section 4.2.3) and subject of its status (RFC 3463). */
export function judgeSmtpByClass(reply: MailReply, stage: Stage): Judgement {
  const { code, status } = reply;
  if (code === 421) {
    return likely({
      cause: 'connection-dropped',
      alternatives: ['service-unavailable', 'timeout', 'too-many-connections', 'protocol-misuse'],
    });
  }
  if (code === 432) return guess({ cause: 'too-many-connections', alternatives: ['throttled'] });
  // Before there is encryption a server has but one thing to refuse.
  if (stage === 'smtp-connect' && code !== undefined && refusesStartTls.has(code)) {
    return likely({ cause: 'starttls-missing', alternatives: ['proxy-blocked'] });
  }
  if (code === undefined ? status?.startsWith('4') : code < 500) {
    return guess({ cause: 'service-unavailable', alternatives: ['throttled'] });
  }
  if (stage === 'smtp-auth') return guess(refusedSmtpSignIn);
  if (stage !== 'smtp-connect') return judgeSending(reply);
  return guess({ cause: 'unknown', alternatives: ['proxy-blocked', 'sending-blocked'], retry: 'later' });
}

/** RFC 3207 section 4 and what is said of a command that is not known. */
const refusesStartTls: ReadonlySet<number> = new Set([454, 500, 501, 502, 503]);

function judgeSending({ code, status = '' }: MailReply): Judgement {
  switch (status.split('.')[1] ?? 'none') {
    case '1':
      return guess({ cause: 'recipient-rejected' });
    case '2':
      return guess({
        cause: 'unknown',
        alternatives: ['send-as-denied', 'mailbox-full', 'send-limit-exceeded', 'recipient-rejected'],
      });
    case '5':
      return guess({ cause: 'protocol-misuse' });
    case '6':
      return guess({ cause: 'request-malformed' });
    case '7':
      return guess({
        cause: 'recipient-rejected',
        alternatives: ['send-as-denied', 'sending-blocked', 'auth-policy-blocked'],
      });
    default:
      return judgeSendingByCode(code);
  }
}

function judgeSendingByCode(code: number | undefined): Judgement {
  switch (code ?? 0) {
    case 500:
    case 501:
    case 502:
    case 503:
    case 504:
      return guess({ cause: 'protocol-misuse' });
    case 550:
    case 551:
    case 553:
      return guess({ cause: 'recipient-rejected', alternatives: ['send-as-denied', 'sending-blocked'] });
    case 552:
      return guess({ cause: 'message-too-large', alternatives: ['mailbox-full'] });
    default:
      return guess({ cause: 'unknown' });
  }
}
