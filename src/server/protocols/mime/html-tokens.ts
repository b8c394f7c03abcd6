/** A piece of HTML as it was written: nothing in it is decoded or checked. */
export type HtmlToken =
  | { kind: 'text'; text: string }
  | { kind: 'start'; name: string; attributes: ReadonlyMap<string, string> }
  | { kind: 'end'; name: string };

/** What stands in these is no text for people, or text that a browser reads by rules of its own. */
const leftOut =
  /^(script|style|title|textarea|xmp|iframe|noembed|noframes|noscript|plaintext|template|object|applet|audio|video|canvas|select|svg|math)$/;
/** Without their end, these reach to the end of the document (HTML Standard, "Tokenization"). */
const rawText = /^(script|style|title|textarea|xmp|iframe|noembed|noframes|plaintext)$/;

const tagName = /<(\/?)([a-z][^\s/>]*)/iy;
const gap = /[\s/]*/y;
const attribute = /([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?/y;

/**
 * Cuts HTML into tags and text, without what scripts, styles and the like contain. It is forgiving as browsers are, but
 * not a browser's parser: whoever writes HTML from it has to write each character anew. The time is linear in the length.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  // An end that is not there is searched for once: each time would take quadratic time.
  const neverEnded = new Set<string>();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open !== at) yield { kind: 'text', text: html.slice(at, open < 0 ? undefined : open) };
    if (open < 0) return;
    const tag = tagAt(html, open);
    if (tag === null) {
      const end = endOfDeclaration(html, open);
      if (end === null) yield { kind: 'text', text: '<' };
      at = end ?? open + 1;
      continue;
    }
    at = tag.end;
    const { kind, name } = tag.token;
    if (kind === 'start' && leftOut.test(name)) {
      const end = neverEnded.has(name) ? null : endOfElement(html, name, at);
      if (end === null) neverEnded.add(name);
      at = end ?? (rawText.test(name) ? html.length : at);
    } else yield tag.token;
  }
}

function tagAt(
  html: string,
  open: number,
): { token: Exclude<HtmlToken, { kind: 'text' }>; end: number } | null {
  tagName.lastIndex = open;
  const [found, slash, written = ''] = tagName.exec(html) ?? [];
  if (found === undefined) return null;
  const name = written.toLowerCase();
  const attributes = new Map<string, string>();
  let at = afterGap(html, open + found.length);
  while (at < html.length && html[at] !== '>') {
    attribute.lastIndex = at;
    const [whole, key, double, single, bare] = attribute.exec(html) ?? [];
    // The first of two alike counts (HTML Standard, "Attribute name state").
    const isNew = key !== undefined && !attributes.has(key.toLowerCase());
    if (isNew) attributes.set(key.toLowerCase(), double ?? single ?? bare ?? '');
    at = afterGap(html, at + (whole?.length ?? 1));
  }
  const end = at + 1;
  return slash === '/'
    ? { token: { kind: 'end', name }, end }
    : { token: { kind: 'start', name, attributes }, end };
}

function afterGap(html: string, from: number): number {
  gap.lastIndex = from;
  return from + (gap.exec(html)?.[0].length ?? 0);
}

/** Where a comment, doctype or processing instruction ends; null when there is none. */
function endOfDeclaration(html: string, open: number): number | null {
  if (!/[!?/]/.test(html[open + 1] ?? '')) return null;
  const mark = html.startsWith('<!--', open) ? '-->' : '>';
  const close = html.indexOf(mark, open + 2);
  return close < 0 ? html.length : close + mark.length;
}

function endOfElement(html: string, name: string, from: number): number | null {
  const close = new RegExp(`</${name}(?=[\\s/>])[^>]*>?`, 'gi');
  close.lastIndex = from;
  const found = close.exec(html);
  return found === null ? null : found.index + found[0].length;
}
