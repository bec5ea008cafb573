import { HeaderMap } from '@apollo/server';
import { buildSchema, parse } from 'graphql';
import { compileQuery } from 'graphql-jit';
import { compiledQueries } from './compiled-queries.plugin.js';

const schema = buildSchema('type Query { me: String }');
const query = '{ me }';

/** Asks the same document so often, and counts the functions that were made of it. */
async function functionsMade(how: 'by HTTP' | 'within the process', times: number): Promise<number> {
  const compile = jest.fn(compileQuery);
  const plugin = compiledQueries((error) => error, 'our own', compile as typeof compileQuery);
  const request = { query, ...(how === 'by HTTP' && { http: { method: 'POST', headers: new HeaderMap() } }) };
  for (let time = 0; time < times; time += 1) {
    const listener = (await plugin.requestDidStart!({} as never)) as {
      responseForOperation(asked: unknown): Promise<unknown>;
    };
    await listener.responseForOperation({ request, document: parse(query), schema, queryHash: 'h', contextValue: {} });
  }
  return compile.mock.calls.length;
}

test('of what a stranger writes no function is ever made, however often it comes', async () => {
  expect(await functionsMade('by HTTP', 20)).toBe(0);
});

test('of a document of our own pages one is made, the third time', async () => {
  expect(await functionsMade('within the process', 2)).toBe(0);
  expect(await functionsMade('within the process', 20)).toBe(1);
});
