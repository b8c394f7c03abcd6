import { element } from '../../teams-host/page/element.ts';

/** Pairs of a name and what it stands for. */
export const essentials = (rows: readonly (readonly [label: string, value: Node | string])[]): HTMLElement =>
  element(
    'dl',
    {},
    ...rows.map(([label, value]) => element('div', {}, element('dt', {}, label), element('dd', {}, value))),
  );
