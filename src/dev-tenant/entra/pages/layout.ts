import { html, Html } from './html.ts';

const styles = new Html(`
:root { color-scheme: light dark; --accent: light-dark(#0f6cbd, #62abf5); --line: light-dark(#8a8886, #8a8886);
  --panel: light-dark(#fff, #292827); --page: light-dark(#f3f2f1, #1b1a19); --error: light-dark(#a80000, #f1707b); }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--page);
  font: 1rem/1.5 'Segoe UI', system-ui, sans-serif; }
main { box-sizing: border-box; width: min(27.5rem, 100%); padding: 2.5rem 1.5rem; background: var(--panel);
  box-shadow: 0 2px 6px rgb(0 0 0 / 20%); overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; font-weight: 600; margin: 0 0 1rem; }
label { display: block; margin: 1rem 0 0.25rem; }
input:not([type=checkbox]) { box-sizing: border-box; width: 100%; padding: 0.5rem; font: inherit; border: 1px solid var(--line); }
button { font: inherit; padding: 0.4rem 1.25rem; margin: 1rem 0.5rem 0 0; border: 1px solid var(--line); background: transparent;
  color: inherit; cursor: pointer; }
button.primary { background: #0f6cbd; border-color: #0f6cbd; color: #fff; }
button.account { display: block; width: 100%; margin: 0.5rem 0 0; padding: 0.75rem; text-align: left; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.error { color: var(--error); } .note { font-size: 0.875rem; } pre { white-space: pre-wrap; font-size: 0.8rem; }
`);

/** A whole page of the emulated login.microsoftonline.com. */
export function page(title: string, content: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${styles}
        </style>
      </head>
      <body>
        <main>
          <p class="note">Microsoft Entra, emulated by the dev tenant</p>
          ${content}
        </main>
      </body>
    </html> `.markup;
}

/** Hidden fields of a form. */
export const hiddenFields = (fields: Record<string, string>): Html[] =>
  Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
