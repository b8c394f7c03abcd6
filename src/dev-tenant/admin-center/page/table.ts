import { element } from '../../teams-host/page/element.ts';

/**
 * A table that turns into cards where the window is narrow. The roles stand for what browsers forget of a table whose
 * `display` is changed.
 */
export function table(
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly (Node | string)[])[],
) {
  const cell = (content: Node | string, index: number): HTMLTableCellElement => {
    const properties = { role: 'cell', 'data-label': headings[index] ?? '' };
    return element('td', properties, content);
  };
  const heading = (text: string) => element('th', { role: 'columnheader', scope: 'col' }, text);
  return element(
    'table',
    { role: 'table' },
    element('caption', {}, caption),
    element(
      'thead',
      { role: 'rowgroup' },
      element('tr', { role: 'row' }, ...headings.map((text) => heading(text))),
    ),
    element(
      'tbody',
      { role: 'rowgroup' },
      ...rows.map((cells) => element('tr', { role: 'row' }, ...cells.map(cell))),
    ),
  );
}
