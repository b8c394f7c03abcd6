/** Every reason why the server does not start, one sentence each, fit to be printed as it is: no value of a secret in it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: string[];

  constructor(problems: string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}
