import { relative } from 'node:path';

/** More files than these do not fail by chance. */
const mostFiles = 3;
/** How often in a row they have to pass then: what fails every second time seldom does so by luck. */
export const timesInARow = 3;

/**
 * The files of a report of Jest (`--json`) that are run again in CI, by their paths in the project; none where too much
 * failed (docs/decisions/a-second-run-in-ci.md).
 */
export function filesForSecondRun({ testResults }, root) {
  const failed = testResults.filter(({ status }) => status === 'failed').map(({ name }) => relative(root, name));
  return failed.length > mostFiles ? [] : failed;
}

/** The first report with the files that ran again as they were in the second one. */
export function withSecondRun(first, second) {
  const again = new Set(second.testResults.map(({ name }) => name));
  return {
    ...first,
    testResults: [...first.testResults.filter(({ name }) => !again.has(name)), ...second.testResults],
  };
}

/** The tests that failed and then passed, by their names: their cause is still to be found. */
export function unsteady(first, second) {
  const failed = new Set(testsOf(first, 'failed'));
  return testsOf(second, 'passed').filter((name) => failed.has(name));
}

/** How many passed, failed (a file that could not be read is one) and were left out. */
export function countsOf({ testResults }) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { status, assertionResults } of testResults) {
    const failed = assertionResults.filter((test) => test.status === 'failed').length;
    const passed = assertionResults.filter((test) => test.status === 'passed').length;
    counts.failed += status === 'failed' ? Math.max(failed, 1) : failed;
    counts.passed += passed;
    counts.skipped += assertionResults.length - failed - passed;
  }
  return counts;
}

function testsOf({ testResults }, status) {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.filter((test) => test.status === status).map((test) => `${name}: ${test.fullName}`),
  );
}
