/** Markup that is safe to send; made by `html` alone. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

type Insert = string | Html | readonly Html[];

function render(value: Insert): string {
  if (typeof value === 'string') return escape(value);
  return value instanceof Html ? value.markup : value.map(render).join('');
}

/** A template whose inserted values are escaped unless they are markup themselves. */
export function html(parts: TemplateStringsArray, ...values: Insert[]): Html {
  return new Html(parts.reduce((before, part, index) => before + render(values[index - 1] ?? '') + part));
}
