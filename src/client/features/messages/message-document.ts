/** Nothing runs and nothing is fetched, whatever the message contains (W3C Content Security Policy Level 3). */
const policy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Mail is written for white paper; system colours with the light scheme are just that, in dark and contrast themes too. */
const style = `
  :root { color-scheme: only light; background: Canvas; color: CanvasText; }
  body { margin: 12px; font: 14px/1.4 'Segoe UI', system-ui, sans-serif; overflow-wrap: anywhere; }
  img { max-width: 100%; height: auto; }
  .MsoNormal, .MsoListParagraph { margin: 0; }
`;

/** What the frame may do: open links that are clicked, in windows of their own. No script, form or origin. */
export const frameRights = 'allow-popups allow-popups-to-escape-sandbox';

/** A page of its own around a message's HTML, for a frame that may do nothing. */
export function messageDocument(html: string): string {
  return [
    '<!doctype html><html><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="referrer" content="no-referrer"><style>${style}</style></head>`,
    `<body>${html}</body></html>`,
  ].join('');
}
