import type { Verdict } from '../../../shared/api/verdict.ts';

/** The rights of a mailbox sign-in, as Microsoft names them without their resource. */
const mailRights = ['POP.AccessAsUser.All', 'SMTP.Send'] as const;
export type MailRight = (typeof mailRights)[number];

/** Which of the rights asked for were not granted. A scope may come with its resource before it or without. */
export function missingMailRights(scopes: readonly string[]): MailRight[] {
  const granted = new Set(scopes.map((scope) => scope.slice(scope.lastIndexOf('/') + 1).toLowerCase()));
  return mailRights.filter((right) => !granted.has(right.toLowerCase()));
}

/** Microsoft signed the person in and left rights out: they are consented for everybody by an administrator. */
export function rightsMissingVerdict(missing: readonly MailRight[]): Verdict {
  return verdictOf('consent-missing', {
    whoCanFix: 'admin',
    retry: 'after-fix',
    facts: { permission: missing.join(' ') },
  });
}

/** The registration was replaced while the page of Microsoft was open: the code is for an application that serves no more. */
export const registrationReplacedVerdict = (): Verdict =>
  verdictOf('code-expired-or-used', { whoCanFix: 'user', retry: 'sign-in-again', facts: {} });

/** The person whose account it is did not allow its use. */
export const declinedVerdict = (): Verdict =>
  verdictOf('user-declined', { whoCanFix: 'user', retry: 'sign-in-again', facts: {} });

function verdictOf(cause: Verdict['cause'], more: Pick<Verdict, 'whoCanFix' | 'retry' | 'facts'>): Verdict {
  return { cause, alternatives: [], retryAfter: null, tokenLost: false, confidence: 'certain', ...more };
}
