/** Every reason why the server does not start, one sentence each, fit to be printed as it is: no value of a secret in it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: string[];

  constructor(problems: string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const deepestCause = 5;

/** Why a start failed, a line for each cause from the outermost on: "database not brought up to date" alone helps nobody. */
export function startProblem(error: unknown): string {
  const lines: string[] = [];
  let inner = error;
  while (inner !== undefined && lines.length < deepestCause) {
    lines.push(inner instanceof Error ? messageOf(inner) : 'an error without a name');
    inner = inner instanceof Error ? inner.cause : undefined;
  }
  return lines.join('\n');
}

/** Where several addresses were tried in vain, Node's error has a code and no message. */
function messageOf(error: Error): string {
  return error.message || ('code' in error ? String(error.code) : error.name);
}
