/** Ends every run with one plain line, the same whatever the runner's own summary looks like. */
export default class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    // A file that could not be loaded at all holds no failed test, yet it is a failure.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    process.stdout.write(
      `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
    );
    this.skippedInCi = process.env.CI !== undefined && skipped > 0;
  }

  getLastError() {
    return this.skippedInCi ? new Error('A continuous-integration run must not skip a test.') : undefined;
  }
}
