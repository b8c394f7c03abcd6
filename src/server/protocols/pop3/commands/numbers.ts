const digits = /^\d{1,15}$/;

/** A decimal number of a reply, at most 15 digits, so that it is exact. */
export function readNumber(text: string | undefined): number | undefined {
  return text !== undefined && digits.test(text) ? Number(text) : undefined;
}

/**
 * A message number as the caller gives it (RFC 1939 section 5: from 1 on).
 * @throws RangeError
 */
export function messageNumber(value: number): string {
  if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`${value} is no message number`);
  return String(value);
}
