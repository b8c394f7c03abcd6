/**
 * JSON text for a jsonb column. What others wrote may hold a NUL, or half a character where it was cut: PostgreSQL refuses
 * both, and what cannot be kept would leave the former state standing.
 */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, storableText);
}

function storableText(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\ufffd') : value;
}
