/** Hands Entra's answer, which came in the fragment, to the host page that opened this window. */
const hostPage = window.opener as Window | null;
hostPage?.postMessage(window.location.hash.slice(1), window.location.origin);
window.close();

export {};
