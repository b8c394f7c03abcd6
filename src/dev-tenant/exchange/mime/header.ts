/** One field of a message's header, its value unfolded. */
export interface HeaderField {
  /** In lower case. */
  name: string;
  value: string;
  /** As it stands in the message, with its folded lines and their ends. */
  source: string;
}

export interface SplitMessage {
  fields: HeaderField[];
  body: Buffer;
}

/** Splits a message or a part at the first empty line (RFC 5322 section 2.1). A line that is no field is dropped. */
export function splitMessage(content: Buffer): SplitMessage {
  const empty = content.subarray(0, 2).equals(Buffer.from('\r\n')) ? -2 : content.indexOf('\r\n\r\n');
  const headerEnd = empty === -1 ? content.length : empty + 2;
  // SMTPUTF8 allows UTF-8 in the header (RFC 6532).
  const header = content.subarray(0, headerEnd).toString('utf8');
  const fields = header.split(/(?<=\r\n)(?![ \t])/).flatMap((source): HeaderField[] => {
    const [, name, value] = /^([!-9;-~]{1,200})[ \t]*:([^]*)$/.exec(source) ?? [];
    if (name === undefined || value === undefined) return [];
    return [{ name: name.toLowerCase(), value: value.replace(/\r\n(?=[ \t])/g, '').trim(), source }];
  });
  return { fields, body: content.subarray(Math.min(content.length, headerEnd + (empty === -1 ? 0 : 2))) };
}

export function valueOf(fields: readonly HeaderField[], name: string): string | undefined {
  return fields.find((field) => field.name === name)?.value;
}

/** The pieces between separators that stand outside of quotes; in time that grows with the text, whatever it holds. */
export function splitOutsideQuotes(text: string, separator: ',' | ';'): string[] {
  return text.match(separator === ',' ? /(?:"[^"]*"|[^",])+/g : /(?:"[^"]*"|[^";])+/g) ?? [];
}

/** A value such as `text/plain; charset="utf-8"`: the word in lower case, and its parameters. */
export function parameterised(value: string): { value: string; parameters: ReadonlyMap<string, string> } {
  const [first = '', ...rest] = splitOutsideQuotes(value, ';');
  const parameters = rest.flatMap((part): [string, string][] => {
    const [, name, quoted, plain] = /^([^\s=]{1,100})\s*=\s*(?:"([^"]*)"|(\S*))$/.exec(part.trim()) ?? [];
    return name === undefined ? [] : [[name.toLowerCase(), quoted ?? plain ?? '']];
  });
  return { value: first.trim().toLowerCase(), parameters: new Map(parameters) };
}
