import { createApi } from '@upstander/api';
import { clientDocuments } from '../support/client-documents.mjs';
import { refusal, startApp, type TestApp } from '../support/app.js';
import { requestInProcess } from '../support/request-in-process.js';
import { testConfig } from '../support/config.js';

const ours = clientDocuments().find(({ name }) => name === 'Chapters')!;
const unlistedDocument = '{ chapters { slug } }';
interface Tried {
  detail: string;
  network: string | null;
  count: number;
}

const unknown = { headers: { 'x-graphql-token': '' } };

describe('in production', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ safelisted: true });
  });
  afterAll(() => app.close());

  /** `app.graphql` can't express these bodies. */
  const post = async (body: object) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${app.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, ...((await response.json()) as { errors: [{ extensions: { code: string } }] }) };
  };

  test('answers a document of our own pages', async () => {
    const answer = await app.graphql(ours.text, {}, unknown);
    expect([answer.status, refusal(answer)]).toEqual([200, null]);
  });

  test('rejects any other document without parsing it', async () => {
    const mistyped = '{ chapterz { slug } }';
    for (const query of [
      unlistedDocument,
      mistyped,
      '{ me',
      `${ours.text} `,
      '{ __schema { queryType { name } } }',
      '',
    ]) {
      const answer = await app.graphql(query, {}, unknown);
      expect([query, answer.status, refusal(answer)]).toEqual([query, 403, 'QUERY_NOT_IN_SAFELIST']);
      expect(answer).toMatchObject({ errors: [{ message: expect.stringContaining('needs a token') }] });
      expect('data' in answer).toBe(false);
    }
    const byAddress = await fetch(`${app.url}/graphql?query=${encodeURIComponent(unlistedDocument)}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect(byAddress.status).toBe(403);
  });

  test('ignores the hash of a listed document beside another document, and accepts it alone', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: ours.hash } };
    expect(await post({ query: unlistedDocument, extensions })).toMatchObject({
      status: 403,
      errors: [{ extensions: { code: 'QUERY_NOT_IN_SAFELIST' } }],
    });
    expect(await post({ query: ours.text, extensions })).toMatchObject({ status: 200 });
    expect(await post({ extensions })).toMatchObject({ status: 200, data: { chapters: expect.any(Array) } });
  });

  test('accepts any document with an access token, within the limits', async () => {
    expect((await app.graphql(unlistedDocument)).status).toBe(200);
    const deep = `{ ${'chapters { '.repeat(20)} slug ${'} '.repeat(20)} }`;
    expect((await app.graphql(deep)).status).toBe(400);
    const guessed = await app.graphql(
      unlistedDocument,
      {},
      { headers: { 'x-graphql-token': 'a-token-that-somebody-guessed-at' } },
    );
    expect(refusal(guessed)).toBe('QUERY_NOT_IN_SAFELIST');
  });

  test('skips the list for requests our pages make within the process', async () => {
    expect(refusal(await requestInProcess(app).graphql(unlistedDocument))).toBeNull();
  });

  test('logs rejected attempts by network, with their number', async () => {
    for (let time = 0; time < 3; time += 1) await app.graphql(unlistedDocument, {}, unknown);
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

test('accepts any document if the operator allows it', async () => {
  const app = await startApp({ safelisted: true, config: { GRAPHQL_FREE_DOCUMENTS: 'true' } });
  expect((await app.graphql(unlistedDocument, {}, unknown)).status).toBe(200);
  await app.close();
});

test('an API built without our documents does not start while other documents are rejected', async () => {
  const config = testConfig('postgres://127.0.0.1:1/none', { GRAPHQL_FREE_DOCUMENTS: 'false' });
  await expect(createApi(config)).rejects.toThrow('Not built');
});
