import { element } from '../../teams-host/page/element.ts';

/**
 * A button of a page. With a refusal it stays reachable by keyboard, does nothing, and its reason is read out: the page
 * shows the reason by `refusalHint`.
 */
export function command(
  label: string,
  act: () => void,
  { refusal = null, name }: { refusal?: string | null; name?: string } = {},
): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'command' }, label);
  if (name !== undefined) button.setAttribute('aria-label', name);
  if (refusal === null) {
    button.addEventListener('click', act);
  } else {
    button.setAttribute('aria-disabled', 'true');
    button.setAttribute('aria-describedby', 'refusal');
  }
  return button;
}

/** The reason behind the disabled buttons of a page; nothing when there is none. */
export const refusalHint = (refusal: string | null): HTMLElement[] =>
  refusal === null ? [] : [element('p', { id: 'refusal', class: 'hint' }, refusal)];
