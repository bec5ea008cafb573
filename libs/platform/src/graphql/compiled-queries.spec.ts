import { HeaderMap, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import { buildSchema, parse } from 'graphql';
import { compileQuery } from 'graphql-jit';
import { compiledQueries, ownDocumentsHeader } from './compiled-queries.plugin.js';

const schema = buildSchema('type Query { me: String }');
const text = '{ me }';

/** Asks the same document so often, saying this word, and counts the functions that were made of it. */
async function functionsMade(said: string | null, times: number): Promise<number> {
  const compile = jest.fn(compileQuery);
  const plugin: ApolloServerPlugin<BaseContext> = compiledQueries(
    (error) => error,
    'the word',
    compile as typeof compileQuery,
  );
  const headers = new HeaderMap();
  if (said !== null) headers.set(ownDocumentsHeader, said);
  for (let time = 0; time < times; time += 1) {
    const listener = await plugin.requestDidStart!({} as never);
    const asked = {
      request: { http: { headers }, query: text },
      document: parse(text),
      schema,
      queryHash: 'h',
      contextValue: {},
    };
    await (listener as { responseForOperation(context: unknown): Promise<unknown> }).responseForOperation(asked);
  }
  return compile.mock.calls.length;
}

test('of what a stranger writes no function is ever made, however often it comes', async () => {
  expect(await functionsMade(null, 20)).toBe(0);
  expect(await functionsMade('another word', 20)).toBe(0);
});

test('of a document of our own pages one is made, the third time', async () => {
  expect(await functionsMade('the word', 2)).toBe(0);
  expect(await functionsMade('the word', 20)).toBe(1);
});
