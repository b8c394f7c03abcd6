/** What Exchange Online allows one mailbox (Microsoft: "Exchange Online limits", "SMTP submission improvements"). */
export const connectionsOfOneMailbox = 3;
export const messagesOfOneMinute = 30;
export const minuteMs = 60_000;

/** Nobody knows when a connection under way ends: look again so often, or come back after so long. */
const lookAgainMs = 200;

/** What a mailbox has under way, over all replicas. */
export interface SubmissionLoad {
  underWay: number;
  /** How long ago the submissions of the last minute began, in milliseconds, in any order. */
  agesMs: readonly number[];
}

/** A message counts in its minute as well; a connection without one counts only while it is open. */
export type SlotPurpose = 'message' | 'connection';

export type SlotDecision = { kind: 'take' } | { kind: 'wait'; ms: number };

/** Whether one more submission may begin now. */
export function decideSlot({ underWay, agesMs }: SubmissionLoad): SlotDecision {
  const inMinute = agesMs.filter((age) => age < minuteMs).toSorted((one, other) => one - other);
  // The one that has to leave the minute before there is room: the thirtieth, counted from the newest.
  const toLeave = inMinute[messagesOfOneMinute - 1];
  if (toLeave !== undefined) return { kind: 'wait', ms: Math.ceil(minuteMs - toLeave) };
  return underWay < connectionsOfOneMailbox ? { kind: 'take' } : { kind: 'wait', ms: lookAgainMs };
}
