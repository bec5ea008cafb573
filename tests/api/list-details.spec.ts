import { keysetList, Values, type KeysetQuestion } from '@upstander/platform';
import { startApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

test('keeps the order of a list when details are joined afterward, for any join strategy', async () => {
  const question: KeysetQuestion = {
    columns: 'n.id',
    from: 'generate_series(1, 20) n(id)',
    // Hash-joins the page, which is the smaller side, so rows come back in the order of the details.
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
