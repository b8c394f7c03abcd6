import { byId, element } from '../../teams-host/page/element.ts';
import type { PortalRefusal, SignedIn } from '../portal-data.ts';
import { failed, refused } from './message-view.ts';
import { signInAddress, type PortalAnswer } from './portal-api.ts';

/** Says in the page's status line what has happened. */
export const say = (text: string): void => {
  byId('notice', HTMLElement).textContent = text;
};

function showAccount({ name, userName, tenantName }: SignedIn): void {
  byId('account', HTMLElement).replaceChildren(
    element('span', {}, `${name} (${userName}), ${tenantName}`),
    element('a', { href: signInAddress('select_account') }, 'Switch account'),
    element('a', { href: '/organizations/oauth2/v2.0/logout' }, 'Sign out'),
  );
}

/** A view of what a JSON route has told, or of its refusal; undefined while the browser goes to the sign-in page. */
export function present<Data extends { signedIn: SignedIn }>(
  answer: PortalAnswer<Data>,
  view: (data: Data) => HTMLElement,
  refusalView: (refusal: PortalRefusal) => HTMLElement = refused,
): HTMLElement | undefined {
  if (!answer) return undefined;
  showAccount(answer.ok ? answer.data.signedIn : answer.refusal.signedIn);
  return answer.ok ? view(answer.data) : refusalView(answer.refusal);
}

type ViewOf = (hash: string) => Promise<HTMLElement | undefined>;

let viewOfAddress: ViewOf = async () => undefined;

async function view(hash: string): Promise<HTMLElement | undefined> {
  try {
    return await viewOfAddress(hash);
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error), () => void refresh());
  }
}

function markPlace(place: string | undefined): void {
  for (const link of byId('places', HTMLElement).querySelectorAll('a')) {
    if (link.dataset['place'] === place) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

/** Shows the address again, as it is now; an answer that comes after the person has gone on is dropped. */
export async function refresh(): Promise<void> {
  const hash = location.hash;
  const place = byId('view', HTMLElement);
  place.setAttribute('aria-busy', 'true');
  const shown = await view(hash);
  if (!shown || hash !== location.hash) return;
  place.removeAttribute('aria-busy');
  place.replaceChildren(shown);
  markPlace(shown.dataset['place']);
  const heading = shown.querySelector('h1');
  document.title = `${heading?.textContent ?? ''} - ${byId('portal', HTMLElement).textContent} (dev tenant)`;
  heading?.focus();
}

/** Shows what the address names, now and whenever it changes. */
export async function startPortal(viewOf: ViewOf): Promise<void> {
  viewOfAddress = viewOf;
  window.addEventListener('hashchange', () => {
    say('');
    for (const dialog of document.querySelectorAll('dialog')) dialog.close();
    void refresh();
  });
  await refresh();
}
