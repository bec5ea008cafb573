import { createApi } from '@upstander/api';
import { clientDocuments } from '../support/client-documents.mjs';
import { refusal, startApp, type TestApp } from '../support/app.js';
import { askedByPages } from '../support/asked-by-pages.js';
import { testConfig } from '../support/config.js';

const ours = clientDocuments().find(({ name }) => name === 'Chapters')!;
const theirs = '{ chapters { slug } }';
interface Tried {
  detail: string;
  network: string | null;
  count: number;
}

/** As a stranger sends it, who has no token. */
const unknown = { headers: { 'x-graphql-token': '' } };

describe('in production', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ safelisted: true });
  });
  afterAll(() => app.close());

  /** Asks by HTTP what cannot be said with `app.graphql`. */
  const post = async (body: object) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${app.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, ...((await response.json()) as { errors: [{ extensions: { code: string } }] }) };
  };

  test('a document of our own pages is answered', async () => {
    const answer = await app.graphql(ours.text, {}, unknown);
    expect([answer.status, refusal(answer)]).toEqual([200, null]);
  });

  test('any other is refused, whatever it asks for, and is not even read', async () => {
    const mistyped = '{ chapterz { slug } }';
    for (const query of [theirs, mistyped, '{ me', `${ours.text} `, '{ __schema { queryType { name } } }', '']) {
      const answer = await app.graphql(query, {}, unknown);
      expect([query, answer.status, refusal(answer)]).toEqual([query, 403, 'QUERY_NOT_IN_SAFELIST']);
      expect(answer).toMatchObject({ errors: [{ message: expect.stringContaining('needs a token') }] });
      expect('data' in answer).toBe(false);
    }
    const byAddress = await fetch(`${app.url}/graphql?query=${encodeURIComponent(theirs)}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect(byAddress.status).toBe(403);
  });

  test('the hash of a listed document beside another one opens nothing, and alone it stands for what was asked before', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: ours.hash } };
    expect(await post({ query: theirs, extensions })).toMatchObject({
      status: 403,
      errors: [{ extensions: { code: 'QUERY_NOT_IN_SAFELIST' } }],
    });
    expect(await post({ query: ours.text, extensions })).toMatchObject({ status: 200 });
    expect(await post({ extensions })).toMatchObject({ status: 200, data: { chapters: expect.any(Array) } });
  });

  test('whoever has a token asks what they please, within the limits', async () => {
    expect((await app.graphql(theirs)).status).toBe(200);
    const deep = `{ ${'chapters { '.repeat(20)} slug ${'} '.repeat(20)} }`;
    expect((await app.graphql(deep)).status).toBe(400);
    const guessed = await app.graphql(
      theirs,
      {},
      { headers: { 'x-graphql-token': 'a-token-that-somebody-guessed-at' } },
    );
    expect(refusal(guessed)).toBe('QUERY_NOT_IN_SAFELIST');
  });

  test('our own pages ask within the process, and are asked for no list', async () => {
    expect(refusal(await askedByPages(app).graphql(theirs))).toBeNull();
  });

  test('who tries is written down: by which network, and how often', async () => {
    for (let time = 0; time < 3; time += 1) await app.graphql(theirs, {}, unknown);
    const { data } = await app.graphql<{ securityEvents: { edges: Array<{ node: Tried }> } }>(
      '{ securityEvents(kinds: ["document-refused"]) { edges { node { detail network count } } } }',
      {},
      await app.signedIn({ role: 'admin' }),
    );
    const tried = data.securityEvents.edges.map(({ node }) => node);
    expect(tried[0]).toMatchObject({ detail: 'QUERY_NOT_IN_SAFELIST', network: expect.any(String) });
    expect(tried.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(3);
  });
});

test('where the operator lets everybody ask, everybody may', async () => {
  const app = await startApp({ safelisted: true, config: { GRAPHQL_FREE_DOCUMENTS: 'true' } });
  expect((await app.graphql(theirs, {}, unknown)).status).toBe(200);
  await app.close();
});

test('an api that was built without our documents does not start where no others are answered', async () => {
  const config = testConfig('postgres://127.0.0.1:1/none', { GRAPHQL_FREE_DOCUMENTS: 'false' });
  await expect(createApi(config)).rejects.toThrow('Not built');
});
