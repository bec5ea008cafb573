import { compareConnections, connectionsOfProgram } from './capacity.check.js';

const settings = { DATABASE_POOL: 10, REDIS_URL: undefined, SEALED_DATABASE_URL: undefined };

test('counts the connections of a program with its queue and the sealed zone', () => {
  expect(connectionsOfProgram(settings)).toBe(12);
  expect(connectionsOfProgram({ ...settings, REDIS_URL: 'redis://queue' })).toBe(10);
  expect(connectionsOfProgram({ ...settings, SEALED_DATABASE_URL: 'postgres://db/upstander' })).toBe(22);
});

test.each([
  [97, 22, 'ok'],
  [87, 22, 'warning'],
])('compares %d allowed connections with four programs of %d each: %s', (allowed, each, state) => {
  expect(compareConnections(allowed, each)).toMatchObject({ state });
});
