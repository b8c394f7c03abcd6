/** One event in the format of the HTML standard, section 9.2 "Server-sent events": JSON has no bare line break. */
export function formatEvent(event: { type: string }): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

/** A line that readers ignore; it keeps proxies from closing a silent stream. */
export const heartbeat = ': still here\n\n';
