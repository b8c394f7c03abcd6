import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from './problems.ts';

export interface RequestsUnderWayLimits {
  ofCaller: number;
  /** Of all callers together. */
  ofAll?: number;
  /** Named to a caller who is refused, e.g. `uploads`. */
  what: string;
}

const comeBackAfterSeconds = 5;

/**
 * Counts what callers have under way on costly routes, since a limit by the minute knows nothing of memory and threads: a
 * few callers who are slow on purpose could hold all of them. In this process alone.
 */
export class RequestsUnderWay {
  readonly #limits: RequestsUnderWayLimits;
  readonly #ofCaller = new Map<string, number>();
  readonly #work = new WeakMap<FastifyRequest, Promise<unknown>>();
  #ofAll = 0;

  constructor(limits: RequestsUnderWayLimits) {
    this.#limits = limits;
  }

  /**
   * Counts the request until its answer has left, or its caller, and the work on it is done.
   * @param weight in the unit of the limits
   * @throws ProblemError `too-many-requests`
   */
  begin(request: FastifyRequest, reply: FastifyReply, weight = 1): void {
    const { ofCaller, ofAll = Infinity, what } = this.#limits;
    const caller = callerOf(request);
    const before = this.#ofCaller.get(caller) ?? 0;
    if (before + weight > ofCaller || this.#ofAll + weight > ofAll) {
      const detail = `Too many ${what} at the same time; wait until one has ended`;
      throw new ProblemError('too-many-requests', detail, { retryAfter: comeBackAfterSeconds });
    }
    this.#add(caller, weight);
    reply.raw.once('close', () => {
      void Promise.allSettled([this.#work.get(request)]).then(() => this.#add(caller, -weight));
    });
  }

  /** Work that goes on when its caller has left. */
  workOn<T>(request: FastifyRequest, work: Promise<T>): Promise<T> {
    this.#work.set(request, work);
    return work;
  }

  #add(caller: string, weight: number): void {
    const now = (this.#ofCaller.get(caller) ?? 0) + weight;
    if (now === 0) this.#ofCaller.delete(caller);
    else this.#ofCaller.set(caller, now);
    this.#ofAll += weight;
  }
}

/** A person by tenant and object id, or a service key. */
function callerOf({ person, serviceKey }: FastifyRequest): string {
  return person === null ? (serviceKey?.keyId ?? '') : `${person.tenantId}/${person.userId}`;
}
