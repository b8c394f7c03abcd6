import { browserHost } from './browser-host.ts';
import { fetchClientConfig } from './client-config.ts';
import type { Host } from './host.ts';
import { teamsHost } from './teams-host.ts';

/** Finds out what is around the page. A frame that is no Microsoft 365 app is treated as a plain browser. */
export async function detectHost(): Promise<Host> {
  const config = await fetchClientConfig();
  if (window.parent === window) return browserHost(config);
  return teamsHost(config).catch(() => browserHost(config));
}
