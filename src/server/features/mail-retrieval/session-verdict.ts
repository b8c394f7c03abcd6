import type { Verdict } from '../../../shared/api/verdict.ts';
import { verdictOf } from '../../diagnosis/index.ts';
import type { Pop3Failure, Pop3Stage } from '../../protocols/pop3/index.ts';

interface Refusal {
  stage: Pop3Stage;
  failure: Pop3Failure;
  code: string | undefined;
}

/**
 * A server that knows no UIDL cannot be retrieved from without deleting: nobody could tell which messages were here
 * before. What it refuses for the moment is another matter (RFC 3206 section 4).
 */
export function knowsNoUidl({ stage, failure, code }: Refusal): boolean {
  return stage === 'uidl' && failure === 'refused' && code !== 'SYS/TEMP' && code !== 'IN-USE';
}

/** The server does not keep to RFC 1939 section 7, on which everything rests. */
export function uidlMisused(message: string): Verdict {
  return verdictOf('protocol-misuse', { whoCanFix: 'admin', facts: { message } });
}

/** Each pause was short, and still there was no end to it. */
export const tooSlow: Verdict = verdictOf('timeout', {
  facts: { message: 'The server sent so slowly that the session was ended before everything had arrived.' },
});

/** Messages arrived and could not be stored: a fault of this installation, not of the mailbox or of Microsoft. */
export const notStored: Verdict = verdictOf('unknown', {
  whoCanFix: 'developer',
  retry: 'later',
  facts: {
    message:
      'The database of this installation could not store the messages, for example because its disk is full. Nothing was deleted on the server; the next retrieval fetches them again.',
  },
});
