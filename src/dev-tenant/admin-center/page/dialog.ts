import { element } from '../../teams-host/page/element.ts';
import { actionForm, type FormAction } from './action-form.ts';

/** Opens a panel over the page; Escape closes it, and the focus goes back to where it was. @returns closes it */
export function openPanel(title: string, content: (close: () => void) => HTMLElement): () => void {
  const heading = element('h2', { id: 'dialog-title', tabIndex: -1 }, title);
  const dialog = element('dialog', { 'aria-labelledby': 'dialog-title' }, heading);
  const close = (): void => dialog.close();
  dialog.append(content(close));
  dialog.addEventListener('close', () => {
    dialog.remove();
    // The button that opened it is gone when the page was drawn anew.
    if (document.activeElement === document.body) focusPage();
  });
  document.body.append(dialog);
  dialog.showModal();
  return close;
}

function focusPage(): void {
  const page = document.getElementById('view');
  (page?.querySelector<HTMLElement>('h2[tabindex]') ?? page?.querySelector('h1'))?.focus();
}

type DialogAction = Omit<FormAction, 'cancel'> & { cancelLabel?: string };

/** A panel with a form that closes once its action has succeeded. */
export function openFormPanel(
  title: string,
  content: (Node | string)[],
  { act, cancelLabel = 'Cancel', ...action }: DialogAction,
): void {
  openPanel(title, (close) =>
    actionForm(content, {
      ...action,
      act: async () => {
        await act();
        close();
      },
      cancel: { label: cancelLabel, act: close },
    }),
  );
}

/** Asks before something is done that cannot be taken back at once. */
export function confirm(title: string, question: string, action: DialogAction): void {
  openFormPanel(title, [element('p', {}, question)], action);
}
