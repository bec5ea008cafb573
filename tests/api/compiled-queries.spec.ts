import { startApp, type TestApp } from '../support/app.js';
import { aShift, anEvent } from '../support/factories.js';

/** Compiled queries bypass Apollo's execution, so answers must be the same with and without them. */
describe('compiled queries', () => {
  let compiled: TestApp;
  let interpreted: TestApp;
  beforeAll(async () => {
    compiled = await startApp({ compileQueries: 'everything' });
    interpreted = await startApp({ compileQueries: 'nothing' });
    for (const app of [compiled, interpreted]) {
      const startsAt = new Date('2031-05-03T17:00:00Z');
      const event = await anEvent(app.db, { title: 'Kit packing', startsAt });
      await app.db.query(
        `UPDATE events.event SET id = '00000000-0000-4000-8000-000000000001', slug = 'kit-packing' WHERE id = $1`,
        [event.id],
      );
      await aShift(app.db, { eventId: '00000000-0000-4000-8000-000000000001', role: 'Packing' });
      await app.db.query(`UPDATE events.shift SET id = '00000000-0000-4000-8000-000000000002'`);
    }
  });
  afterAll(async () => {
    await compiled.close();
    await interpreted.close();
  });

  test.each<[string, string, Record<string, unknown>]>([
    [
      'a list',
      '{ events(first: 2, filter: { from: "2031-01-01" }) { edges { cursor node { slug startsAt title shifts { role placesLeft note } } } pageInfo { hasNextPage } totalCount } }',
      {},
    ],
    [
      'a fragment, a directive and another name',
      'query ($no: Boolean = false) { mine: event(slug: "kit-packing") { ...E title @include(if: $no) __typename } } fragment E on Event { id status }',
      {},
    ],
    ["a record that doesn't exist", '{ event(slug: "nothing") { id } }', {}],
    ['a refusal on a nullable field', '{ events(first: 0) { totalCount } }', {}],
    ['a refusal that takes the whole answer', '{ mySessions { id } }', {}],
    ['a variable of the wrong type', 'query ($n: Int) { events(first: $n) { totalCount } }', { n: 'many' }],
    ['a variable that is missing', 'query ($s: String!) { event(slug: $s) { id } }', {}],
    [
      'a scalar of the wrong shape',
      'query ($f: EventFilter) { events(filter: $f) { totalCount } }',
      { f: { from: 'soon' } },
    ],
    ['a mutation refused', 'mutation { cancelSignup(input: { token: "nonsense" }) { signup { id } } }', {}],
  ])('gives the same answer to %s', async (_, query, variables) => {
    const reference = await interpreted.graphql(query, variables);
    for (let time = 1; time <= 4; time += 1) {
      const answer = await compiled.graphql(query, variables);
      expect([time, answer.status, answer.data, answer.errors]).toEqual([
        time,
        reference.status,
        reference.data,
        reference.errors,
      ]);
    }
  });
});
