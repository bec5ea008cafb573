import { keysetList, Values, type KeysetQuestion } from '@upstander/platform';
import { startApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

test('a list whose details are read afterwards stays in its order, however the database joins them', async () => {
  const question: KeysetQuestion = {
    columns: 'n.id',
    from: 'generate_series(1, 20) n(id)',
    // Joined by hashing the page, which is shorter: its rows then come in the order of the details.
    details: { columns: 'd.id AS detail', from: 'generate_series(1, 1000) d(id) WHERE d.id = page.id' },
    conditions: [],
    values: new Values(),
    by: [{ sql: 'n.id', type: 'bigint' }],
    direction: 'DESC',
    page: { first: 20 },
  };
  const list = await app.db.transaction(async (tx) => {
    await tx.query('SET LOCAL enable_nestloop = off');
    await tx.query('SET LOCAL enable_mergejoin = off');
    return keysetList<{ id: number; detail: number }>(tx, question);
  });
  const downwards = Array.from({ length: 20 }, (_, i) => 20 - i);
  expect(list.edges.map(({ node }) => node.id)).toEqual(downwards);
  expect(list.edges.map(({ node }) => node.detail)).toEqual(downwards);
});
