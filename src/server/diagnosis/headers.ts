export type Headers = Readonly<Record<string, string>> | undefined;

/** The value of a header; names are compared without case (RFC 9110, section 5.1). */
export function header(headers: Headers, name: string): string | undefined {
  for (const [key, value] of Object.entries(headers ?? {})) {
    if (key.toLowerCase() === name) return value;
  }
  return undefined;
}
