import { TestEnvironment } from 'jest-environment-node';

let shared;

/**
 * One global scope for every spec file of a worker: what the files import is then loaded once and not once a file
 * (docs/decisions/jest-in-commonjs.md).
 */
export default class OneRealm extends TestEnvironment {
  constructor(...given) {
    if (shared) {
      // What `jest.setTimeout` of the file before said was about that file.
      delete shared.global[Symbol.for('TEST_TIMEOUT_SYMBOL')];
      return shared;
    }
    super(...given);
    shared = this;
  }

  /** The next file goes on with it. */
  async teardown() {}
}
