import { HeaderMap } from '@apollo/server';
import { buildSchema, parse } from 'graphql';
import { compileQuery } from 'graphql-jit';
import { compiledQueries } from './compiled-queries.plugin.js';

const schema = buildSchema('type Query { me(a: String, n: Int): String }');

async function functionsMade(
  transport: 'by HTTP' | 'within the process',
  times: number,
  query = '{ me }',
): Promise<number> {
  const compile = jest.fn(compileQuery);
  const plugin = compiledQueries((error) => error, 'safe', compile as typeof compileQuery);
  const request = { query, ...(transport === 'by HTTP' && { http: { method: 'POST', headers: new HeaderMap() } }) };
  for (let time = 0; time < times; time += 1) {
    const listener = (await plugin.requestDidStart!({} as never)) as {
      responseForOperation(context: unknown): Promise<unknown>;
    };
    await listener.responseForOperation({ request, document: parse(query), schema, queryHash: 'h', contextValue: {} });
  }
  return compile.mock.calls.length;
}

test.each([
  '{ me(a: "typed") }',
  '{ me(n: 7) }',
  'query ($a: String = "typed") { me(a: $a) }',
  'query A { a: me(a: """b""") }',
])('never compiles %s when it is received over HTTP', async (query) => {
  expect(await functionsMade('by HTTP', 20, query)).toBe(0);
});

test('compiles a document with variables on its third use', async () => {
  const query = 'query Of($a: String) { again: me(a: $a) }';
  expect(await functionsMade('by HTTP', 2, query)).toBe(0);
  expect(await functionsMade('by HTTP', 20, query)).toBe(1);
});

test('compiles any in-process document', async () => {
  expect(await functionsMade('within the process', 2, '{ me(a: "ours") }')).toBe(0);
  expect(await functionsMade('within the process', 20, '{ me(a: "ours") }')).toBe(1);
});
