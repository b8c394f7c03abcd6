import { element } from '../../teams-host/page/element.ts';

let lastId = 0;
const nextId = (): string => `field-${++lastId}`;

export interface TextField {
  view: HTMLElement;
  input: HTMLInputElement;
}

/** A line to type in, with its label above and a hint below. */
export function textField(
  label: string,
  { hint, type = 'text', placeholder = '' }: { hint?: string; type?: string; placeholder?: string } = {},
): TextField {
  const input = element('input', { id: nextId(), type, placeholder, autocomplete: 'off', spellcheck: false });
  const view = element('div', { class: 'field' }, element('label', { for: input.id }, label), input);
  if (hint !== undefined) {
    const text = element('p', { id: nextId(), class: 'hint' }, hint);
    input.setAttribute('aria-describedby', text.id);
    view.append(text);
  }
  return { view, input };
}

export function selectField(
  label: string,
  options: readonly (readonly [value: string, text: string])[],
): { view: HTMLElement; select: HTMLSelectElement } {
  const select = element(
    'select',
    { id: nextId() },
    ...options.map(([value, text]) => element('option', { value }, text)),
  );
  const view = element('div', { class: 'field' }, element('label', { for: select.id }, label), select);
  return { view, select };
}

/** One of several; `value()` is the chosen one. */
export function choice<Value extends string>(
  legend: string,
  options: readonly (readonly [value: Value, text: string])[],
  chosen: Value,
): { view: HTMLElement; value: () => Value } {
  const name = nextId();
  const radios = options.map(([value, text]) => {
    const radio = element('input', { type: 'radio', name, value, checked: value === chosen });
    return { value, radio, label: element('label', { class: 'option' }, radio, text) };
  });
  return {
    view: element('fieldset', {}, element('legend', {}, legend), ...radios.map(({ label }) => label)),
    value: () => radios.find(({ radio }) => radio.checked)?.value ?? chosen,
  };
}

export const checkbox = (
  label: string,
  checked: boolean,
): { view: HTMLLabelElement; input: HTMLInputElement } => {
  const input = element('input', { type: 'checkbox', checked });
  return { view: element('label', { class: 'option' }, input, label), input };
};
