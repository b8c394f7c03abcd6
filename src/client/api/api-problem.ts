import type { Problem } from '../../shared/api/problem.ts';

/** The API has refused: its problem document says why. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}`);
    this.problem = problem;
  }
}

/** No answer came, or none that this page understands. */
export class ApiUnreachable extends Error {
  override readonly name = 'ApiUnreachable';
  readonly reason: 'unreachable' | 'unreadable';

  constructor(reason: 'unreachable' | 'unreadable', cause?: unknown) {
    super(`API ${reason}`, { cause });
    this.reason = reason;
  }
}
