import { element } from './element.ts';
import { faultSettings, groupFaults, type FaultParameter } from './fault-catalogue.ts';
import type { TenantControl } from './tenant-control.ts';

/** The switches of the dev tenant's faults, in groups, with their parameters; they show what the tenant says is on. */
export class FaultPanel {
  readonly body = element('div', { class: 'faults' });
  readonly #status = element('p', { role: 'status', class: 'hint' });
  readonly #groups = element('div', {});
  /** How many faults are on; an empty text for none. */
  readonly count = element('span', { class: 'count' });
  readonly #control: TenantControl;

  constructor(control: TenantControl, addresses: readonly string[]) {
    this.#control = control;
    const known = element(
      'datalist',
      { id: 'addresses' },
      ...addresses.map((value) => element('option', { value })),
    );
    this.body.append(known, this.#actions(), this.#status, this.#groups);
  }

  /** Draws the switches from what the tenant reports. */
  async refresh(): Promise<void> {
    const faults = await this.#control.faults();
    const groups = groupFaults(Object.keys(faults)).map((group) =>
      element(
        'fieldset',
        {},
        element('legend', {}, group.title),
        ...Object.entries(group.faults).map(([name, parameters]) =>
          this.#row(name, parameters, faults[name] ?? {}),
        ),
      ),
    );
    this.#groups.replaceChildren(...groups);
    this.#recount();
  }

  /** A fault left on by mistake explains many a puzzling result, so the closed section shows it too. */
  #recount(): void {
    const on = this.#groups.querySelectorAll('[role=switch]:checked').length;
    this.count.textContent = on > 0 ? `${on} on` : '';
  }

  #actions(): HTMLElement {
    const days = element('input', {
      type: 'number',
      value: '30',
      min: '1',
      max: '3650',
      'aria-label': 'Days',
    });
    const advance = element('button', { type: 'button' }, 'Advance the clock');
    advance.addEventListener('click', () =>
      this.#run(`Clock moved by ${days.value} days.`, () => this.#control.advanceClock(Number(days.value))),
    );
    const reset = element('button', { type: 'button' }, 'Reset everything');
    reset.addEventListener('click', () =>
      this.#run('Everything is as in the beginning.', async () => {
        await this.#control.reset();
        await this.refresh();
      }),
    );
    return element('div', { class: 'actions' }, days, advance, reset);
  }

  #row(
    name: string,
    parameters: readonly FaultParameter[],
    current: Readonly<Record<string, unknown>>,
  ): HTMLElement {
    const box = element('input', { type: 'checkbox', role: 'switch', checked: current['on'] === true });
    const fields = parameters.map((parameter) => parameterField(name, parameter, current[parameter.name]));
    const send = (): void => {
      const values = Object.fromEntries(fields.map((field) => [field.name, field.value]));
      this.#run(`${name} is ${box.checked ? 'on' : 'off'}.`, () =>
        this.#control.setFault(name, faultSettings(box.checked, parameters, values)),
      );
    };
    box.addEventListener('change', send);
    for (const field of fields) field.addEventListener('change', () => box.checked && send());
    return element(
      'div',
      { class: 'fault' },
      element('label', { class: 'check' }, box, name),
      ...(fields.length > 0 ? [element('div', { class: 'parameters' }, ...fields)] : []),
    );
  }

  #run(done: string, action: () => Promise<void>): void {
    this.#recount();
    action().then(
      () => (this.#status.textContent = done),
      (error: unknown) =>
        (this.#status.textContent = `Refused: ${error instanceof Error ? error.message : 'unknown'}`),
    );
  }
}

/** What the tenant reports for a parameter, as the text of its field. */
function fieldText(current: unknown): string | undefined {
  if (Array.isArray(current)) return current.join(', ');
  return typeof current === 'string' || typeof current === 'number' ? String(current) : undefined;
}

type Field = HTMLInputElement | HTMLSelectElement;

function parameterField(fault: string, parameter: FaultParameter, current: unknown): Field {
  const { name, kind, choices, initial } = parameter;
  const value = fieldText(current) ?? initial;
  const shared = { name, title: name, 'aria-label': `${name} of ${fault}` };
  if (kind === 'choice') {
    const options = (choices ?? []).map((choice) =>
      element('option', { value: choice, selected: choice === value }, choice),
    );
    return element('select', shared, ...options);
  }
  const type = kind === 'number' ? 'number' : 'text';
  const suggestions = kind === 'address' ? { list: 'addresses' } : {};
  return element('input', { ...shared, type, value, placeholder: name, ...suggestions });
}
