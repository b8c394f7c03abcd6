const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the text is a GUID as Microsoft prints directory, application and secret ids. */
export function isGuid(text: string): boolean {
  return guid.test(text);
}
