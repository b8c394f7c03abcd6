/** Control characters, what file systems keep for themselves, and marks that turn the direction of writing around. */
const unfit = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;
const longestName = 120;

/**
 * `Content-Disposition` that saves under a name (RFC 6266, section 4). The name is a stranger's: it gets no path and
 * nothing that hides its ending, and a plain spelling for those that know no `filename*` (RFC 8187).
 */
export function savedAs(name: string | null, otherwise: string): string {
  const fileName = safeName(name ?? '') || otherwise;
  const plain = fileName.replaceAll(/[^\x20-\x7e]|["%\\]/g, '_');
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** Keeps the ending, by which people and systems tell what a file is. */
function safeName(name: string): string {
  const [, stem = '', ending = ''] =
    /^(.*?)(\.\w{1,10})?$/s.exec(name.toWellFormed().replaceAll(unfit, ' ')) ?? [];
  const trimmed = stem.trim().replaceAll(/\s+/g, ' ').replace(/^\.+/, '');
  const cut = Array.from(trimmed).slice(0, longestName).join('');
  return `${cut}${cut === '' ? '' : ending}`.replace(/[. ]+$/, '');
}
