import type { z } from 'zod';

/** Why the portal does not do what it was asked, in a sentence for the person who asked. */
export class PortalProblem extends Error {
  readonly status: 400 | 403 | 404;
  readonly kind: 'invalid' | 'forbidden' | 'not-found';

  constructor(status: 400 | 403 | 404, message: string) {
    super(message);
    this.status = status;
    this.kind = ({ 400: 'invalid', 403: 'forbidden', 404: 'not-found' } as const)[status];
  }
}

export const invalid = (message: string): PortalProblem => new PortalProblem(400, message);
export const forbidden = (message: string): PortalProblem => new PortalProblem(403, message);
export const notFound = (message: string): PortalProblem => new PortalProblem(404, message);

/** @throws PortalProblem with what the first wrong field should be */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  throw invalid(`${field === '' ? '' : `${field}: `}${issue?.message ?? 'The request cannot be read.'}`);
}
