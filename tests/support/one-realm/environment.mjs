import { TestEnvironment } from 'jest-environment-node';

let shared;

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

  /** The next file goes on with it. */
  async teardown() {}
}
