import { TestEnvironment } from 'jest-environment-node';

let sharedRealm;
/** Limit of output to print, enough to find a cause. */
const lastWords = 20_000;

/**
 * Shares one global scope among all spec files of a worker, so that imports load once per worker
 * (docs/decisions/jest.md).
 */
export default class OneRealm extends TestEnvironment {
  constructor(...args) {
    if (sharedRealm) {
      // Clears `jest.setTimeout` and `jest.retryTimes` of the previous file, and its handlers, which would be called for
      // every later test.
      for (const key of ['EVENT_HANDLERS', 'TEST_TIMEOUT_SYMBOL', 'RETRY_TIMES', 'LOG_ERRORS_BEFORE_RETRY']) {
        delete sharedRealm.global[Symbol.for(key)];
      }
      return sharedRealm;
    }
    super(...args);
    sharedRealm = this;
  }

  /**
   * Prints output of programs started by a failed test (tests/faults/support/processes.ts), because such failures
   * rarely repeat.
   */
  handleTestEvent({ name, test }) {
    if (name !== 'test_done') return;
    const programs = this.global.startedPrograms ?? new Set();
    for (const program of programs) {
      if (test.errors.length) {
        process.stderr.write(
          `\n${test.name}: ${program.name} ${program.pid} printed\n${program.output().slice(-lastWords)}\n`,
        );
      }
      if (program.hasExited()) programs.delete(program);
    }
  }

  /** The next file reuses the scope. */
  async teardown() {}
}
