import { relative } from 'node:path';

/** With more failed files, chance is unlikely and nothing is rerun. */
const maxFiles = 3;
/** Consecutive passes required. A test that fails half the time rarely passes by luck. */
export const requiredPasses = 3;

/** Returns no files if too many failed (docs/decisions/ci-retries.md). */
export function filesForSecondRun({ testResults }, root) {
  const failed = testResults.filter(({ status }) => status === 'failed').map(({ name }) => relative(root, name));
  return failed.length > maxFiles ? [] : failed;
}

/** Replaces rerun files by their second results. */
export function withSecondRun(first, second) {
  const again = new Set(second.testResults.map(({ name }) => name));
  return {
    ...first,
    testResults: [...first.testResults.filter(({ name }) => !again.has(name)), ...second.testResults],
  };
}

/** The cause of tests that failed and then passed must still be found. */
export function findUnsteady(first, second) {
  const failed = new Set(testsOf(first, 'failed'));
  return testsOf(second, 'passed').filter((name) => failed.has(name));
}

/** An unreadable file counts as one failure. */
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
