import { element } from '../../teams-host/page/element.ts';
import { say } from './portal-page.ts';

/** A value with a button that copies it; what came of it is said in the page's status line. */
export function copyable(label: string, value: string): HTMLElement {
  const copy = element('button', { type: 'button', class: 'copy', 'aria-label': `Copy ${label}` }, 'Copy');
  copy.addEventListener('click', () => {
    navigator.clipboard.writeText(value).then(
      () => say(`${label} copied.`),
      () => say(`${label} could not be copied. Select it and copy it by hand.`),
    );
  });
  return element('span', { class: 'copyable' }, element('code', {}, value), copy);
}
