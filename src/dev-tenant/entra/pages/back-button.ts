import { createHash } from 'node:crypto';

import { Html } from './html.ts';

/**
 * Goes back past the forms that were sent to this very address, which would only lead here again. A window that was
 * opened for this page alone has nowhere to go back to: it closes.
 */
const script = `document.getElementById('back').addEventListener('click', () => {
  const before = self.navigation?.entries().slice(0, self.navigation.currentEntry.index) ?? [];
  let steps = 1;
  while (before.at(-steps)?.url === location.href) steps += 1;
  if (history.length > steps) history.go(-steps);
  else close();
});`;

/** Admits the script to the Content-Security-Policy, and no other. */
export const backButtonSource = `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

export const backButton = new Html(
  `<p><button type="button" id="back">Back</button></p><script>${script}</script>`,
);
