/** What is left of the stream until the rest of its event arrives. */
export interface SseState {
  readonly rest: string;
}

export const emptySse: SseState = { rest: '' };

/** An event of ours is a few kilobytes; a stream that never ends one is not ours. */
export const mostPendingCharacters = 1_000_000;

/**
 * Takes the next piece of an event stream and answers with the `data` of every event that it completes
 * (WHATWG HTML, "Server-sent events", interpreting an event stream). Our events have no name and no id.
 * Throws RangeError when an event grows past a million characters.
 */
export function readSse(state: SseState, chunk: string): { state: SseState; data: string[] } {
  const text = state.rest + chunk;
  // A carriage return at the very end may be the first half of CRLF: it waits for the next piece.
  const held = text.endsWith('\r') ? '\r' : '';
  const lines = (held === '' ? text : text.slice(0, -1)).replace(/\r\n?/g, '\n');
  const end = lines.lastIndexOf('\n\n');
  const complete = end === -1 ? '' : lines.slice(0, end);
  const rest = (end === -1 ? lines : lines.slice(end + 2)) + held;
  if (rest.length > mostPendingCharacters) throw new RangeError('event stream without an end');
  return {
    state: { rest },
    data: complete
      .split('\n\n')
      .map(dataOf)
      .filter((data) => data !== undefined),
  };
}

function dataOf(event: string): string | undefined {
  const data = event
    .split('\n')
    .filter((line) => line === 'data' || line.startsWith('data:'))
    .map((line) => line.slice('data:'.length).replace(/^ /, ''));
  return data.length === 0 ? undefined : data.join('\n');
}
