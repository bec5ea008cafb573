import { TestEnvironment } from 'jest-environment-node';

let shared;
/** As much of what a program printed last as somebody reads who looks for the cause. */
const lastWords = 20_000;

/**
 * One global scope for every spec file of a worker: what the files import is then loaded once and not once a file
 * (docs/decisions/jest-in-commonjs.md).
 */
export default class OneRealm extends TestEnvironment {
  constructor(...given) {
    if (shared) {
      // What `jest.setTimeout` or `jest.retryTimes` of the file before said was about that file.
      for (const said of ['TEST_TIMEOUT_SYMBOL', 'RETRY_TIMES', 'LOG_ERRORS_BEFORE_RETRY']) {
        delete shared.global[Symbol.for(said)];
      }
      return shared;
    }
    super(...given);
    shared = this;
  }

  /** What the programs printed that a failed test had started (tests/faults/support/processes.ts): it seldom fails again. */
  handleTestEvent({ name, test }) {
    if (name !== 'test_done') return;
    const programs = this.global.startedPrograms ?? new Set();
    for (const program of programs) {
      if (test.errors.length) {
        process.stderr.write(
          `\n${test.name}: ${program.name} ${program.pid} printed\n${program.output().slice(-lastWords)}\n`,
        );
      }
      if (program.isOver()) programs.delete(program);
    }
  }

  /** The next file goes on with it. */
  async teardown() {}
}
