import { element } from '../../teams-host/page/element.ts';

export interface FormAction {
  /** Text of the button, and while it runs. */
  label: string;
  busy: string;
  /** What it throws is shown above the buttons, and the form stays as it is. */
  act: () => Promise<void>;
  cancel?: { label: string; act: () => void };
  /** Why this person may not: the button stays to be found, but does nothing. */
  refusal?: string | null;
}

/** A form with its button, what went wrong, and progress while it waits; a second press while it waits does nothing. */
export function actionForm(content: (Node | string)[], action: FormAction): HTMLFormElement {
  const { label, busy, act, cancel, refusal = null } = action;
  const problem = element('p', { role: 'alert', class: 'problem' });
  const submit = element('button', { type: 'submit', class: 'command primary' }, label);
  const buttons = element('div', { class: 'commands' }, submit);
  const form = element('form', { noValidate: true }, ...content, problem, buttons);
  if (cancel) {
    const button = element('button', { type: 'button', class: 'command' }, cancel.label);
    button.addEventListener('click', cancel.act);
    buttons.append(button);
  }
  if (refusal !== null) {
    submit.setAttribute('aria-disabled', 'true');
    submit.title = refusal;
  }
  const run = async (): Promise<void> => {
    submit.setAttribute('aria-disabled', 'true');
    submit.setAttribute('aria-busy', 'true');
    submit.textContent = busy;
    problem.textContent = '';
    try {
      await act();
    } catch (error) {
      problem.textContent = error instanceof Error ? error.message : String(error);
    } finally {
      submit.textContent = label;
      submit.removeAttribute('aria-busy');
      submit.removeAttribute('aria-disabled');
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!submit.hasAttribute('aria-disabled')) void run();
  });
  return form;
}
