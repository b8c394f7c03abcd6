import { harmlessStyle } from './harmless-style.ts';
import { htmlTokens } from './html-tokens.ts';

export interface HarmlessHtml {
  html: string;
  /** Pictures that would have been loaded from elsewhere. */
  remoteImages: number;
}

const elements =
  /^(a|abbr|address|article|aside|b|bdi|bdo|big|blockquote|br|caption|center|cite|code|col|colgroup|dd|del|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|header|hr|i|img|ins|kbd|li|main|mark|nav|ol|p|pre|q|s|samp|section|small|span|strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|wbr)$/;
const empty = /^(br|col|hr|img|wbr)$/;
/** The next one of the same name ends them, as `</p>` is often left out. */
const endedByNext = /^(p|li|dt|dd|tr|td|th)$/;
const cells = /^(td|th|caption)$/;
const partsOfTable = /^(table|thead|tbody|tfoot|tr|td|th|caption)$/;

const attributes: Readonly<Record<string, RegExp>> = {
  align: /^\w+$/,
  alt: /^[^<>]*$/,
  bgcolor: /^#?\w+$/,
  border: /^\d+$/,
  cellpadding: /^\d+$/,
  cellspacing: /^\d+$/,
  // Outlook's own paragraphs, which the page that shows it knows.
  class: /^Mso\w+$/,
  color: /^#?\w+$/,
  colspan: /^\d{1,3}$/,
  dir: /^(ltr|rtl|auto)$/i,
  face: /^[\w\s,.'-]+$/,
  height: /^\d+%?$/,
  lang: /^[\w-]+$/,
  rowspan: /^\d{1,3}$/,
  size: /^[+-]?\d$/,
  start: /^\d+$/,
  type: /^\w+$/,
  valign: /^\w+$/,
  width: /^\d+%?$/,
};

const linkTarget = /^\s*((?:https?:\/\/|mailto:)[^\s<>]*)\s*$/i;
const embedded = /^\s*(data:image\/(?:png|jpe?g|gif|webp);base64,[\w+/=\s]+)$/i;
const mostDeep = 200;
const longestValue = 2000;
const longestPicture = 1024 * 1024;

/**
 * Writes HTML anew from a list of what is allowed: looks, tables, links that are clicked, pictures that are part of the
 * message. Each tag, quote and bracket of the result was written here, so whatever a browser would have read into the
 * original is not in it. `pictures`: data URLs by Content-ID.
 */
export function harmlessHtml(html: string, pictures: ReadonlyMap<string, string>): HarmlessHtml {
  const written: string[] = [];
  const open: string[] = [];
  let remoteImages = 0;
  const closeTo = (depth: number) => {
    while (open.length > depth) written.push(`</${open.pop()}>`);
  };
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') written.push(escapeText(token.text));
    else if (!elements.test(token.name)) continue;
    else if (token.kind === 'end') closeTo(depthOf(token.name, open));
    else {
      const { name } = token;
      if (endedByNext.test(name) && open.at(-1) === name) closeTo(open.length - 1);
      if (!empty.test(name) && open.length >= mostDeep) continue;
      const source = name === 'img' ? pictureOf(token.attributes.get('src') ?? '', pictures) : null;
      if (source === 'remote') remoteImages++;
      written.push(`<${name}${attributesOf(name, token.attributes, source)}>`);
      if (!empty.test(name)) open.push(name);
    }
  }
  closeTo(0);
  return { html: written.join(''), remoteImages };
}

/** How many elements stay open after an end tag; all of them when it ends none. One in a cell ends nothing outside of it. */
function depthOf(name: string, open: readonly string[]): number {
  for (let depth = open.length - 1; depth >= 0; depth--) {
    if (open[depth] === name) return depth;
    if (cells.test(open[depth] ?? '') && !partsOfTable.test(name)) break;
  }
  return open.length;
}

function attributesOf(name: string, given: ReadonlyMap<string, string>, source: string | null): string {
  const kept = Object.entries(attributes).flatMap(([key, shape]) => {
    const value = given.get(key)?.slice(0, longestValue) ?? '';
    return value !== '' && shape.test(value) ? [` ${key}="${quoted(value)}"`] : [];
  });
  const style = harmlessStyle(given.get('style')?.slice(0, longestValue) ?? '');
  if (style !== '') kept.push(` style="${quoted(style)}"`);
  if (source !== null && source !== 'remote') kept.push(` src="${quoted(source)}"`);
  if (name === 'a') kept.push(link(given.get('href') ?? ''));
  return kept.join('');
}

/** It opens a page of its own, which learns nothing of ours; where it leads is shown before the click. */
function link(href: string): string {
  const target = linkTarget.exec(href.slice(0, longestValue))?.[1];
  if (target === undefined) return '';
  return ` href="${quoted(target)}" title="${quoted(target)}" target="_blank" rel="noopener noreferrer"`;
}

function pictureOf(source: string, pictures: ReadonlyMap<string, string>): string | null {
  const contentId = /^\s*cid:(.+)$/i.exec(source.slice(0, longestValue))?.[1]?.trim();
  if (contentId !== undefined) return pictures.get(contentId) ?? null;
  const data = source.length <= longestPicture ? embedded.exec(source)?.[1] : undefined;
  if (data !== undefined) return data;
  return /^\s*(https?:)?\/\//i.test(source.slice(0, longestValue)) ? 'remote' : null;
}

/** Entities stay as they are: they stand for characters and never for markup. */
function escapeText(text: string): string {
  return text.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\0', '');
}

function quoted(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;');
}
