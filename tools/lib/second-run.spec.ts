import { countsOf, filesForSecondRun, findUnsteady, withSecondRun } from './second-run.mjs';

function file(name: string, ...states: ('passed' | 'failed' | 'pending')[]) {
  return {
    name: `/project/${name}`,
    status: states.includes('failed') ? 'failed' : 'passed',
    assertionResults: states.map((status, at) => ({ status, fullName: `test ${at + 1}` })),
  };
}
const report = (...testResults: ReturnType<typeof file>[]) => ({ testResults });
const paths = (of: ReturnType<typeof report>) => filesForSecondRun(of, '/project');

describe('the second run in CI', () => {
  const first = report(file('libs/a.spec.ts', 'passed', 'failed'), file('libs/b.spec.ts', 'passed', 'pending'));

  test('reruns only the failed files', () => {
    expect(paths(first)).toEqual(['libs/a.spec.ts']);
    expect(paths(report(file('libs/b.spec.ts', 'passed')))).toEqual([]);
  });

  test('reruns nothing if many files failed', () => {
    expect(paths(report(...'abcd'.split('').map((name) => file(`libs/${name}.spec.ts`, 'failed'))))).toEqual([]);
  });

  test('counts a test that passes on the second run as passed and lists it', () => {
    const second = report(file('libs/a.spec.ts', 'passed', 'passed'));
    expect(countsOf(withSecondRun(first, second))).toEqual({ passed: 3, failed: 0, skipped: 1 });
    expect(findUnsteady(first, second)).toEqual(['/project/libs/a.spec.ts: test 2']);
  });

  test('counts a test that fails again as failed', () => {
    const second = report(file('libs/a.spec.ts', 'failed', 'failed'));
    expect(countsOf(withSecondRun(first, second))).toEqual({ passed: 1, failed: 2, skipped: 1 });
    expect(findUnsteady(first, second)).toEqual([]);
  });

  test('counts an unreadable file as one failure', () => {
    const broken = { ...file('libs/c.spec.ts'), status: 'failed' };
    expect(countsOf(report(broken))).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(paths(report(broken))).toEqual(['libs/c.spec.ts']);
  });
});
