/**
 * The messages of @microsoft/teams-js 2.58 between a framed app and its host.
 * The library posts requests with a number and a UUID; with a UUID present an answer is matched by the UUID alone,
 * so it has to be sent back. An event of the host is a message without a number.
 */
export interface TabMessage {
  id: number;
  uuidAsString?: string;
  func: string;
  args: unknown[];
  /** Nested app authentication carries its request here, as JSON. */
  data?: string;
}

const longestName = 100;

/** Reads what arrived on the window; undefined for anything that is no request of teams-js. */
export function readTabMessage(value: unknown): TabMessage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, uuidAsString, func, args, data } = value as Record<string, unknown>;
  if (typeof id !== 'number' || typeof func !== 'string' || func.length > longestName) return undefined;
  return {
    id,
    func,
    args: Array.isArray(args) ? args : [],
    ...(typeof uuidAsString === 'string' && { uuidAsString }),
    ...(typeof data === 'string' && { data }),
  };
}

/** The answer to a request, in the shape teams-js expects. */
export function answerTo(message: TabMessage, args: readonly unknown[]): object {
  return { id: message.id, uuidAsString: message.uuidAsString, args, isPartialResponse: false };
}
