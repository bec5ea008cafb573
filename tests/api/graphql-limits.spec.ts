import { refusal, startApp, type TestApp } from '../support/app.js';
import { runAsOwner } from '../support/tampering.js';

describe('limits of /graphql', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  const send = (body: string | Uint8Array, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    fetch(`${app.url}/graphql`, { method: 'POST', headers, body: body as BodyInit });

  test('rejects an endlessly nested query with a 400', async () => {
    const deep = `{ events { ${'edges { node { '.repeat(8)} id ${'} } '.repeat(8)} } }`;
    const answer = await app.graphql(deep);
    expect(answer.status).toBe(400);
    expect(answer.errors?.some((e) => /nest too deep/.test(e.message))).toBe(true);
  });

  test('rejects a thousand aliased sign-ins in one request', async () => {
    const many = Array.from({ length: 100 }, (_, i) => `a${i}: signIn(email: "a@b.org", password: "x") { state }`);
    const answer = await app.graphql(`mutation { ${many.join(' ')} }`);
    expect(answer.status).toBe(400);
    expect(answer.data).toBeUndefined();
  });

  test('rejects a document with too many tokens before parsing all of it', async () => {
    const answer = await app.graphql(`{ ${'__typename '.repeat(5000)} }`);
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]?.message).toMatch(/token/i);
  });

  test('answers an oversized body with a 413 and the reason', async () => {
    const response = await send(JSON.stringify({ query: `# ${'x'.repeat(200_000)}\n{ __typename }` }));
    expect(response.status).toBe(413);
    expect(await response.text()).toMatch(/too large/i);
  });

  test('rejects several operations in one request', async () => {
    const response = await send(JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]));
    expect(response.status).toBe(400);
  });

  test('rejects invalid UTF-8 instead of repairing it', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"query":"{ __typename # '),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('\\n }"}'),
    ]);
    const response = await send(bytes);
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/UTF-8/);
  });

  test.each(['\\u0000', '\u0000'])('rejects a NUL in any notation', async (nul) => {
    const response = await send(
      `{"query":"query ($s: String!) { event(slug: $s) { id } }","variables":{"s":"a${nul}b"}}`,
    );
    expect(response.status).toBe(400);
  });

  test('accepts a backslash before "u0000" as text', async () => {
    const answer = await app.graphql('query ($s: String!) { event(slug: $s) { id } }', { s: 'a\\u0000b' });
    expect(answer.status).toBe(200);
  });

  test('suggests no field names for a mistyped field', async () => {
    const answer = await app.graphql('{ evnts { edges { cursor } } }');
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer)).not.toMatch(/did you mean/i);
  });

  test('rejects a form sent from another site', async () => {
    const response = await send('{"query":"{ __typename }"}', { 'content-type': 'text/plain' });
    expect(response.status).toBeGreaterThanOrEqual(400);
  });

  test('does not redirect a browser that opens /graphql to a third-party page', async () => {
    const response = await fetch(`${app.url}/graphql`, { headers: { accept: 'text/html' } });
    const page = await response.text();
    expect(page).not.toMatch(/apollographql|unpkg|jsdelivr/);
    expect(response.status).toBe(400);
  });
});

describe('a server error behind the API', () => {
  test('shows an ID and no details', async () => {
    const app = await startApp();
    try {
      await runAsOwner(app, 'ALTER TABLE events.event RENAME TO somewhere_else');
      for (let i = 0; i < 4; i += 1) {
        // By the third request the query is compiled, and Apollo's own error masking no longer runs.
        const answer = await app.graphql('{ event(slug: "x") { id } }');
        expect(refusal(answer)).toBe('INTERNAL_SERVER_ERROR');
        expect(answer.errors?.[0]?.extensions).toEqual({
          code: 'INTERNAL_SERVER_ERROR',
          id: expect.any(String) as string,
        });
        expect(JSON.stringify(answer)).not.toMatch(/somewhere_else|relation|node_modules|stack/);
      }
    } finally {
      await app.close();
    }
  });
});
