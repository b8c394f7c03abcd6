import { EntraBrowser } from '../integration/dev-tenant/entra-browser.ts';
import type { LatestSignIn, SignInAttempt, StartedSignIn } from '../../src/shared/api/mailbox-sign-ins.ts';
import type { Mailbox } from '../../src/shared/api/mailboxes.ts';
import type { DevTenant } from '../../src/dev-tenant/dev-tenant.ts';
import type { Caller, Product } from './product.ts';

/** The page on which a sign-in ends, as the browser shows it. */
export interface EndPage {
  status: number;
  language: string | undefined;
  title: string;
  /** All of its text. */
  text: string;
  html: string;
  headers: Headers;
}

export async function startSignIn(
  person: Caller,
  mailboxId: string,
  language = 'en',
): Promise<StartedSignIn> {
  const answer = await person.call<StartedSignIn>('POST', `mailboxes/${mailboxId}/sign-in`, { language });
  if (answer.status !== 201) throw new Error(`no sign-in: ${answer.text}`);
  return answer.body;
}

/** Signs in at Microsoft's own pages. Answers the address that the browser is sent back to. */
export async function answerOf(
  tenant: DevTenant,
  link: string,
  userName: string,
  browser = new EntraBrowser(),
): Promise<URL> {
  await browser.visit(link);
  const { location, text } = await browser.logIn(tenant, userName);
  if (location === null) throw new Error(`Microsoft shows a page: ${text}`);
  return location;
}

/** What the browser shows after Microsoft has sent it back. */
export async function comeBack(address: URL | string, init: RequestInit = {}): Promise<EndPage> {
  return readPage(await fetch(address, { redirect: 'manual', ...init }));
}

export async function readPage(response: Response): Promise<EndPage> {
  const html = await response.text();
  return {
    status: response.status,
    language: /<html lang="(\w+)"/.exec(html)?.[1],
    title: plain(/<h1>(.*?)<\/h1>/s.exec(html)?.[1] ?? ''),
    text: plain(html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]*>/g, ' ')),
    html,
    headers: response.headers,
  };
}

/** A whole sign-in: `person` begins it, somebody signs in, the browser comes back. */
export async function signIn(
  tenant: DevTenant,
  person: Caller,
  mailboxId: string,
  userName: string,
): Promise<EndPage> {
  const { url } = await startSignIn(person, mailboxId);
  return comeBack(await answerOf(tenant, url, userName));
}

export async function latestAttempt(person: Caller, mailboxId: string): Promise<SignInAttempt | null> {
  const answer = await person.call<LatestSignIn>('GET', `mailboxes/${mailboxId}/sign-in`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body.attempt;
}

export async function mailboxAs(person: Caller, mailboxId: string): Promise<Mailbox> {
  const { body, status, text } = await person.call<Mailbox>('GET', `mailboxes/${mailboxId}`);
  if (status !== 200) throw new Error(text);
  return body;
}

/** Answers the question of a page by its own form. */
export async function answerPageQuestion(
  page: EndPage,
  productUrl: string,
  answer: 'allow' | 'decline',
): Promise<EndPage> {
  const action = /<form method="post" action="([^"]+)"/.exec(page.html)?.[1];
  const token = /name="token" value="([^"]+)"/.exec(page.html)?.[1];
  if (action === undefined || token === undefined) throw new Error(`the page asks nothing: ${page.text}`);
  const body = new URLSearchParams({ token, answer });
  return comeBack(new URL(action, productUrl), { method: 'POST', body });
}

/** The stream of live events of a person's page; `next` waits for one of a mailbox. */
export async function openEvents(
  product: Product,
  person: Caller,
): Promise<{ next(): Promise<void>; close(): Promise<void> }> {
  const headers = { authorization: `Bearer ${person.token}` };
  const response = await fetch(`${product.url}/api/v1/events`, { headers });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  return {
    async next() {
      for (let text = ''; !text.includes('mailbox-changed');) {
        const { value, done } = await reader.read();
        if (done) throw new Error('the stream of events ended');
        text += value;
      }
    },
    close: () => reader.cancel(),
  };
}

const plain = (html: string): string =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
