import * as z from 'zod/mini';

/** The id of a row in an address, in lower case: a GUID in capitals names the same row, and as text it must be the same. */
export const idInPath = z.guid().check(z.toLowerCase());
