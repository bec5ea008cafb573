import { findOverdue } from './overdue.mjs';

const isOwn = (dependent: string) => dependent === 'upstander';

function createUse(
  current: string,
  wanted: string,
  latest: string,
  dependent = 'upstander',
  location = 'node_modules/x',
) {
  return { current, wanted, latest, dependent, location };
}

test('reports a package as late if all dependents accept an older release', () => {
  const uses = [createUse('1.2.3', '1.2.4', '2.0.0'), createUse('1.2.3', '1.10.0', '2.0.0', 'other')];
  expect(findOverdue({ x: uses }, isOwn)).toEqual({ late: ['x 1.2.3 (1.10.0 is there)'], held: [] });
});

test('reports a package as held back, with the dependent that accepts no newer version', () => {
  const uses = [createUse('1.2.3', '1.2.4', '1.2.4', 'free'), createUse('1.2.3', '1.2.3', '1.2.4', 'nx')];
  expect(findOverdue({ x: uses }, isOwn)).toEqual({ late: [], held: ['x 1.2.3 (1.2.4 is there), by nx'] });
});

test('reports a package as late despite our own pin', () => {
  expect(findOverdue({ x: createUse('7.18.4', '7.18.4', '7.18.6') }, isOwn).late).toEqual([
    'x 7.18.4 (7.18.6 is there)',
  ]);
});

test('evaluates each installed copy separately', () => {
  const uses = [
    createUse('1.0.0', '1.0.1', '1.0.1'),
    createUse('1.0.0', '1.0.0', '1.0.1', 'pins', 'node_modules/pins/node_modules/x'),
  ];
  expect(findOverdue({ x: uses }, isOwn)).toEqual({
    late: ['x 1.0.0 (1.0.1 is there)'],
    held: ['x 1.0.0 (1.0.1 is there), by pins'],
  });
});

test.each([
  ['a new major version', createUse('1.9.9', '2.0.0', '2.0.0')],
  ['a new minor version below 1', createUse('0.2.0', '0.7.0', '0.7.0')],
  ['a release after the reference day', createUse('16.15.0', '16.14.2', '16.14.2')],
  ['a prerelease', createUse('1.0.0', '1.1.0-beta.1', '1.1.0-beta.1')],
  ['a copy for another platform', { wanted: '1.0.1', latest: '1.0.1', dependent: 'sharp' }],
])('ignores %s', (_what, one) => {
  expect(findOverdue({ x: one }, isOwn)).toEqual({ late: [], held: [] });
});
