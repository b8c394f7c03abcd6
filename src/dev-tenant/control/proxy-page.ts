/** What a firm's proxy puts in the place of Microsoft's answer: a page, not what the client's protocol expects. */
export const proxyPage = `<!doctype html><html lang="en"><head><title>Access denied</title></head><body><h1>Access denied</h1>
<p>The web gateway of your organisation has blocked this address (category: cloud services).</p></body></html>`;
