import { createHash } from 'node:crypto';
import type { Language } from '../../shared/i18n/languages.ts';

/** A page on which an answer of Microsoft's ends: plain sentences, no markup. */
export interface AnswerPage {
  tone: 'good' | 'bad' | 'neutral';
  title: string;
  paragraphs: readonly string[];
  question?: PageQuestion | undefined;
}

/** Yes or no, by a form that needs no script: it posts `token` and `answer=allow` or `answer=decline`. */
export interface PageQuestion {
  /** Path on this server. */
  action: string;
  token: string;
  allow: string;
  decline: string;
}

/* Text and colours as of the tab's light and dark themes; contrast is at least 4.5 to 1 in both. */
const style = `
:root{color-scheme:light dark;--page:#f5f5f5;--card:#fff;--text:#242424;--good:#0e700e;--bad:#b10e1c;--neutral:#0f6cbd}
@media (prefers-color-scheme:dark){:root{--page:#141414;--card:#292929;--text:#fff;--good:#54b054;--bad:#dc626d;--neutral:#479ef5}}
*{box-sizing:border-box}
body{margin:0;padding:16px;min-height:100vh;display:grid;place-items:center;background:var(--page);color:var(--text);font:16px/1.5 "Segoe UI",system-ui,sans-serif}
main{width:100%;max-width:480px;padding:24px;background:var(--card);border-radius:8px;border-top:4px solid var(--tone);overflow-wrap:anywhere}
.good{--tone:var(--good)}.bad{--tone:var(--bad)}.neutral{--tone:var(--neutral)}
h1{margin:0 0 12px;font-size:20px;line-height:1.4;font-weight:600}
p{margin:0 0 12px}
form{display:flex;flex-wrap:wrap;gap:8px;margin-top:20px}
button{min-height:44px;padding:0 20px;border:1px solid currentColor;border-radius:4px;background:var(--card);color:var(--text);font:inherit;font-weight:600;cursor:pointer}
button:focus-visible{outline:3px solid var(--tone);outline-offset:2px}
.product{margin:0 0 8px;font-size:14px;color:var(--tone)}
`;

const styleHash = createHash('sha256').update(style).digest('base64');

const policy = (formAction: "'none'" | "'self'"): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    "base-uri 'none'",
    `form-action ${formAction}`,
    "frame-ancestors 'none'",
  ].join('; ');

/** No script, nothing from elsewhere, in nobody's frame; the one style element by its hash (CSP Level 3, section 8). */
export const answerPagePolicy = policy("'none'");
/** The same for a page with a question. */
export const questionPagePolicy = policy("'self'");

/** The whole document. It works without script, because it may open in a browser that nobody of ours controls. */
export function answerPage(language: Language, { tone, title, paragraphs, question }: AnswerPage): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)} - LEGAL 365 Connect</title>
<style>${style}</style>
</head>
<body>
<main class="${tone}">
<p class="product">LEGAL 365 Connect</p>
<h1>${escaped(title)}</h1>
${paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('\n')}${question ? `\n${form(question)}` : ''}
</main>
</body>
</html>
`;
}

/** Declining comes first: who presses the nearest key without reading gives nothing away. */
function form({ action, token, allow, decline }: PageQuestion): string {
  return `<form method="post" action="${escaped(action)}">
<input type="hidden" name="token" value="${escaped(token)}">
<button name="answer" value="decline">${escaped(decline)}</button>
<button name="answer" value="allow">${escaped(allow)}</button>
</form>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
