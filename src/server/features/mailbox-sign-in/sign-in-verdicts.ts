import type { Verdict } from '../../../shared/api/verdict.ts';
import { verdictOf } from '../../diagnosis/index.ts';
import type { MailRight } from '../mailbox-grants/index.ts';

/** Microsoft signed the person in and left rights out: they are consented for everybody by an administrator. */
export function rightsMissingVerdict(missing: readonly MailRight[]): Verdict {
  return verdictOf('consent-missing', {
    whoCanFix: 'admin',
    retry: 'after-fix',
    facts: { permission: missing.join(' ') },
  });
}

/** The registration was replaced while the page of Microsoft was open: the code is for an application that serves no more. */
export const registrationReplacedVerdict = (): Verdict => verdictOf('code-expired-or-used');

/** The person whose account it is did not allow its use. */
export const declinedVerdict = (): Verdict => verdictOf('user-declined');
