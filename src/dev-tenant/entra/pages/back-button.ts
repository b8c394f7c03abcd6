import { createHash } from 'node:crypto';

import { Html } from './html.ts';

/** A window that was opened for this page alone has nowhere to go back to: it closes. */
const script =
  "document.getElementById('back').addEventListener('click',()=>{if(history.length>1)history.back();else close()})";

/** Admits the script to the Content-Security-Policy, and no other. */
export const backButtonSource = `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

export const backButton = new Html(
  `<p><button type="button" id="back">Back</button></p><script>${script}</script>`,
);
