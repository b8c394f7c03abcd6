/**
 * Code of Node.js or OpenSSL in an error; nodemailer keeps it beside its own. Where several addresses were tried, the
 * first failure stands for all.
 */
export function networkCodeOf(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null) return undefined;
  const { originalCode, code, errors } = cause as {
    originalCode?: unknown;
    code?: unknown;
    errors?: unknown;
  };
  for (const found of [originalCode, code]) if (typeof found === 'string') return found;
  return Array.isArray(errors) ? networkCodeOf(errors[0]) : undefined;
}
