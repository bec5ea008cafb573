import { buildSchema, parse, validate } from 'graphql';
import { limitsRule } from './document-limits.js';

const schema = buildSchema(`
  type Query { events(first: Int): Connection! event: Event me: Int }
  type Connection { edges: [Edge!]! info: Info! within(first: Int): Connection }
  type Info { hasNext: Boolean }
  type Edge { node: Event! }
  type Event { title: String! shifts: [Shift!]! related: Event parent(first: Int): Connection }
  type Shift { role: String! event: Event! }
`);
const findViolations = (query: string) => validate(schema, parse(query), [limitsRule]).map((e) => e.message);

describe('document limits', () => {
  test('allow the queries of our own pages', () => {
    expect(
      findViolations('{ events(first: 100) { edges { node { title shifts { role } related { title } } } } }'),
    ).toEqual([]);
    expect(
      findViolations('query ($n: Int) { events(first: $n) { edges { node { title shifts { role } } } } }'),
    ).toEqual([]);
  });

  test('reject twenty nested levels', () => {
    const deep = `{ event { ${'related { '.repeat(20)} title ${'} '.repeat(20)} } }`;
    expect(findViolations(deep)).toEqual([expect.stringContaining('nest too deep')]);
  });

  test('reject a thousand aliased fields', () => {
    const manyFields = `{ ${Array.from({ length: 1000 }, (_, i) => `a${i}: me`).join(' ')} }`;
    expect(findViolations(manyFields)).toEqual(
      expect.arrayContaining([expect.stringContaining('too many aliases'), expect.stringContaining('at its root')]),
    );
  });

  test('reject nested lists that could return too many objects', () => {
    const wideQuery = '{ events(first: 100) { edges { node { parent(first: 100) { edges { node { title } } } } } } }';
    expect(findViolations(wideQuery)).toEqual([expect.stringContaining('too many objects')]);
  });

  test('count fields beside the edges of a list once, and weigh deeply nested lists quickly', () => {
    const queryBeside = (first: number) =>
      `{ events(first: ${first}) { edges { node { title } } ${'info { hasNext } '.repeat(60)} } }`;
    expect(findViolations(queryBeside(100))).toEqual([]);
    let deep = '{ edges { node { title } } }';
    for (let i = 0; i < 60; i++) deep = `{ edges { node { title } } within(first: 2) ${deep} }`;
    expect(findViolations(`{ events(first: 2) ${deep} }`)).toEqual(
      expect.arrayContaining([expect.stringContaining('nest too deep')]),
    );
  });

  test('count fragments where they are used, and weigh fragments that multiply each other quickly', () => {
    const bomb = Array.from(
      { length: 60 },
      (_, i) => `fragment F${i} on Event { related { ...F${i + 1} } parent { edges { node { ...F${i + 1} } } } }`,
    );
    const query = `{ event { ...F0 } } ${bomb.join(' ')} fragment F60 on Event { title }`;
    expect(findViolations(query)).toEqual(expect.arrayContaining([expect.stringContaining('too many objects')]));
  });

  test('do not loop on a recursive fragment', () => {
    expect(findViolations('{ event { ...A } } fragment A on Event { related { ...A } }')).toEqual([]);
  });
});
