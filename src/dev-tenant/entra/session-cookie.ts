import type { FastifyReply, FastifyRequest } from 'fastify';

/** A name of its own: all ports of localhost share one cookie jar. */
const cookieName = 'dev-tenant-sign-in';

export function readSessionCookie({ headers }: FastifyRequest): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('=', 2));
  return pairs.find(([name]) => name === cookieName)?.[1];
}

export const setSessionCookie = (reply: FastifyReply, value: string): FastifyReply =>
  reply.header('Set-Cookie', `${cookieName}=${value}; Path=/; HttpOnly; SameSite=Lax`);

export const clearSessionCookie = (reply: FastifyReply): FastifyReply =>
  reply.header('Set-Cookie', `${cookieName}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`);
