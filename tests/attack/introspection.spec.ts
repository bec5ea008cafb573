import {
  getIntrospectionQuery,
  parse,
  specifiedRules,
  validate,
  buildClientSchema,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { documentLimits, limitsRule } from '@upstander/platform';
import { refusal, startApp, type TestApp } from '../support/app.js';

const repeat = (count: number, write: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => write(i)).join(' ');

const attacks: Record<string, string> = {
  'types under forty aliases, each with forty nested ones': `{ __schema { types { ...A } } }
    fragment A on __Type { ${repeat(40, (i) => `a${i}: fields { type { ofType { ...B } } }`)} }
    fragment B on __Type { ${repeat(40, (i) => `b${i}: fields { name }`)} }`,
  'the same with an allowed number of aliases': `{ __schema { types { ...A } } }
    fragment A on __Type { ${repeat(9, (i) => `a${i}: fields { type { ...B } }`)} }
    fragment B on __Type { ${repeat(9, (i) => `b${i}: fields { name }`)} }`,
  'lists in lists in lists without aliases': `{ __schema { types { fields { args { type { inputFields { name } } } } } } }`,
  'one type under many root aliases': `{ ${repeat(19, (i) => `a${i}: __type(name: "Query") { ...A }`)} }
    fragment A on __Type { fields { args { type { ofType { inputFields { type { name } } } } } } }`,
  'a chain of wrapped types selected at every level': `{ __schema { types { fields { args { type { ${'ofType { inputFields { name } '.repeat(9)}${'} '.repeat(9)} } } } } } }`,
};

describe('limits on introspection', () => {
  let app: TestApp;
  let schema: GraphQLSchema;
  beforeAll(async () => {
    app = await startApp();
    const { data } = await app.graphql<IntrospectionQuery>(getIntrospectionQuery());
    schema = buildClientSchema(data);
  });
  afterAll(() => app.close());

  test.each(Object.entries(attacks))('%s: rejected before execution', async (_, query) => {
    expect(Buffer.byteLength(query)).toBeLessThan(3000);
    const answer = await app.graphql(query, {}, { headers: { accept: 'application/json' } });
    expect([answer.status, 'data' in answer]).toEqual([400, false]);
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toContain('REQUEST_TOO_LARGE');
  });

  test('only our own limits reject them', () => {
    const passed = Object.entries(attacks).filter(([, query]) => validate(schema, parse(query)).length === 0);
    expect(passed.map(([name]) => name)).toEqual(Object.keys(attacks));
  });

  test('an accepted query returns little more than the schema once', async () => {
    const inner = ['name', 'fields { name }', 'fields { name args { name } }', 'fields { type { fields { name } } }'];
    const passing = [
      ...inner,
      ...inner.map((one) => `fields { type { ${one} } }`),
      ...inner.map((one) => `fields { args { type { ${one} } } }`),
    ]
      .flatMap((below) =>
        [1, 3, 6, 18].map((times) => `{ __schema { types { ${repeat(times, (i) => `a${i}: ${below}`)} } } }`),
      )
      .filter((query) => validate(schema, parse(query), [...specifiedRules, limitsRule]).length === 0);
    expect(passing.length).toBeGreaterThan(4);
    const once = JSON.stringify(await app.graphql(getIntrospectionQuery())).length;
    for (const query of passing) {
      const answer = await app.graphql(query);
      expect(answer.status).toBe(200);
      expect([query, JSON.stringify(answer.data).length < 2 * once]).toEqual([query, true]);
    }
  });

  test('answers the standard introspection query of tools', async () => {
    const all = {
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    };
    for (const options of [{}, { descriptions: false }, all]) {
      const answer = await app.graphql<IntrospectionQuery>(getIntrospectionQuery(options));
      expect(answer.errors).toBeUndefined();
      expect(buildClientSchema(answer.data).getQueryType()?.getFields()['events']).toBeDefined();
    }
  });
});

describe('with introspection turned off', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ config: { GRAPHQL_INTROSPECTION: 'false' } });
  });
  afterAll(() => app.close());

  test('neither introspection nor suggestions reveal the schema', async () => {
    const queries = ['{ __schema { queryType { name } } }', '{ __type(name: "Query") { name } }'];
    for (const query of queries) {
      const answer = await app.graphql(query);
      expect([answer.status, 'data' in answer]).toEqual([400, false]);
    }
    const mistyped: Array<[string, Record<string, unknown>]> = [
      ['{ evnts { edges { cursor } } }', {}],
      ['query ($f: EventFilter) { events(filter: $f) { totalCount } }', { f: { txt: 'kits' } }],
      ['query ($k: OpportunityKind!) { opportunities(filter: { kind: $k }) { totalCount } }', { k: 'JOBB' }],
      ['query ($f: OpportunityFilter) { opportunities(filter: $f) { totalCount } }', { f: { kind: 'JOBB' } }],
    ];
    for (const [query, variables] of mistyped) {
      const answer = await app.graphql(query, variables);
      expect(answer.errors).toBeDefined();
      expect(JSON.stringify(answer)).not.toMatch(/did you mean/i);
    }
  });

  test('reports only a few errors for a document with a thousand', async () => {
    const repeated = [
      `{ me { id ${'@skip '.repeat(600)} } }`,
      `{ me { ${'id @skip '.repeat(600)} } }`,
      `{ me { id ${'@nothing '.repeat(600)} } }`,
      `{ ${repeat(600, (i) => `nothing${i}`)} }`,
    ];
    for (const query of repeated) {
      const answer = await app.graphql(query);
      expect(answer.status).toBe(400);
      expect(answer.errors!.length).toBeLessThanOrEqual(documentLimits.errors + 1);
    }
  });

  test('does not repeat the input fifty times', async () => {
    const filter = {
      text: 'x'.repeat(50_000),
      ...Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`n${i}`, 1])),
    };
    const answer = await app.graphql('query ($f: EventFilter) { events(filter: $f) { totalCount } }', { f: filter });
    expect(refusal(answer)).toBe('BAD_USER_INPUT');
    expect(answer.errors!.length).toBeLessThanOrEqual(documentLimits.errors + 1);
    expect(JSON.stringify(answer).length).toBeLessThan(10_000);
  });
});
