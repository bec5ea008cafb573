import { overdue } from './overdue.mjs';

const ours = (dependent: string) => dependent === 'upstander';

function use(current: string, wanted: string, latest: string, dependent = 'upstander', location = 'node_modules/x') {
  return { current, wanted, latest, dependent, location };
}

test('reports a package as late if all dependents accept an older release', () => {
  const uses = [use('1.2.3', '1.2.4', '2.0.0'), use('1.2.3', '1.10.0', '2.0.0', 'other')];
  expect(overdue({ x: uses }, ours)).toEqual({ late: ['x 1.2.3 (1.10.0 is there)'], held: [] });
});

test('reports a package as held back, with the dependent that accepts no newer version', () => {
  const uses = [use('1.2.3', '1.2.4', '1.2.4', 'free'), use('1.2.3', '1.2.3', '1.2.4', 'nx')];
  expect(overdue({ x: uses }, ours)).toEqual({ late: [], held: ['x 1.2.3 (1.2.4 is there), by nx'] });
});

test('reports a package as late despite our own pin', () => {
  expect(overdue({ x: use('7.18.4', '7.18.4', '7.18.6') }, ours).late).toEqual(['x 7.18.4 (7.18.6 is there)']);
});

test('evaluates each installed copy separately', () => {
  const uses = [
    use('1.0.0', '1.0.1', '1.0.1'),
    use('1.0.0', '1.0.0', '1.0.1', 'pins', 'node_modules/pins/node_modules/x'),
  ];
  expect(overdue({ x: uses }, ours)).toEqual({
    late: ['x 1.0.0 (1.0.1 is there)'],
    held: ['x 1.0.0 (1.0.1 is there), by pins'],
  });
});

test.each([
  ['a new major version', use('1.9.9', '2.0.0', '2.0.0')],
  ['a new minor version below 1', use('0.2.0', '0.7.0', '0.7.0')],
  ['a release after the reference day', use('16.15.0', '16.14.2', '16.14.2')],
  ['a prerelease', use('1.0.0', '1.1.0-beta.1', '1.1.0-beta.1')],
  ['a copy for another platform', { wanted: '1.0.1', latest: '1.0.1', dependent: 'sharp' }],
])('ignores %s', (_what, one) => {
  expect(overdue({ x: one }, ours)).toEqual({ late: [], held: [] });
});
