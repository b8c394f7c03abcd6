import type { MailboxTest, MailboxTestHistory } from '../../src/shared/api/mailbox-tests.ts';
import type { StartedSignIn } from '../../src/shared/api/mailbox-sign-ins.ts';
import type { NewMailbox } from '../../src/shared/api/mailboxes.ts';
import { EntraBrowser } from '../integration/dev-tenant/entra-browser.ts';
import { addMailbox } from './mailboxes.ts';
import type { Caller, Product } from './product.ts';

/** A mailbox to which somebody signed in through Microsoft's pages. */
export interface SignedInMailbox {
  id: string;
  /** Runs a test to its end, as the person who uses the mailbox. */
  test(): Promise<MailboxTest>;
  history(): Promise<MailboxTestHistory>;
}

/** An administrator's usual switch: Authenticated SMTP on for every mailbox. */
export function allowSmtp(product: Product): void {
  for (const each of product.tenant.context.directory.tenants) each.smtpClientAuthenticationDisabled = false;
}

/** Adds the account and signs in, and waits until the test that follows a sign-in is over. */
export async function signInToMailbox(
  product: Product,
  person: Caller,
  entityId: string,
  address: string,
  { as = address, ...more }: Partial<NewMailbox> & { as?: string } = {},
): Promise<SignedInMailbox> {
  const { id } = await addMailbox(person, entityId, address, more);
  const started = await person.call<StartedSignIn>('POST', `mailboxes/${id}/sign-in`, { language: 'en' });
  if (started.status !== 201) throw new Error(`no sign-in: ${started.text}`);
  const browser = new EntraBrowser();
  await browser.visit(started.body.url);
  const { location } = await browser.logIn(product.tenant, as);
  if (location === null) throw new Error('Microsoft led nowhere');
  const page = await fetch(location);
  if (page.status !== 200) throw new Error(`the callback said ${page.status}: ${await page.text()}`);
  const history = async () => {
    const { body } = await person.call<MailboxTestHistory>('GET', `mailboxes/${id}/tests`);
    return body;
  };
  const test = async () => {
    const answer = await person.call<MailboxTest>('POST', `mailboxes/${id}/tests`);
    if (answer.status !== 200) throw new Error(`no test: ${answer.text}`);
    return answer.body;
  };
  // A request like the one that runs joins it; this one waits for it instead, since its trigger is another.
  await test();
  return { id, test, history };
}
