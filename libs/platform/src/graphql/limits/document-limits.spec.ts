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
const complaints = (query: string) => validate(schema, parse(query), [limitsRule]).map((e) => e.message);

describe('document limits', () => {
  test('allow the queries of our own pages', () => {
    expect(complaints('{ events(first: 100) { edges { node { title shifts { role } related { title } } } } }')).toEqual(
      [],
    );
    expect(complaints('query ($n: Int) { events(first: $n) { edges { node { title shifts { role } } } } }')).toEqual(
      [],
    );
  });

  test('reject twenty nested levels', () => {
    const deep = `{ event { ${'related { '.repeat(20)} title ${'} '.repeat(20)} } }`;
    expect(complaints(deep)).toEqual([expect.stringContaining('nest too deep')]);
  });

  test('reject a thousand aliased fields', () => {
    const many = `{ ${Array.from({ length: 1000 }, (_, i) => `a${i}: me`).join(' ')} }`;
    expect(complaints(many)).toEqual(
      expect.arrayContaining([expect.stringContaining('too many aliases'), expect.stringContaining('at its root')]),
    );
  });

  test('reject nested lists that could return too many objects', () => {
    const wide = '{ events(first: 100) { edges { node { parent(first: 100) { edges { node { title } } } } } } }';
    expect(complaints(wide)).toEqual([expect.stringContaining('too many objects')]);
  });

  test('count fields beside the edges of a list once, and weigh deeply nested lists quickly', () => {
    const beside = (first: number) =>
      `{ events(first: ${first}) { edges { node { title } } ${'info { hasNext } '.repeat(60)} } }`;
    expect(complaints(beside(100))).toEqual([]);
    let deep = '{ edges { node { title } } }';
    for (let i = 0; i < 60; i++) deep = `{ edges { node { title } } within(first: 2) ${deep} }`;
    expect(complaints(`{ events(first: 2) ${deep} }`)).toEqual(
      expect.arrayContaining([expect.stringContaining('nest too deep')]),
    );
  });

  test('count fragments where they are used, and weigh fragments that multiply each other quickly', () => {
    const bomb = Array.from(
      { length: 60 },
      (_, i) => `fragment F${i} on Event { related { ...F${i + 1} } parent { edges { node { ...F${i + 1} } } } }`,
    );
    const query = `{ event { ...F0 } } ${bomb.join(' ')} fragment F60 on Event { title }`;
    expect(complaints(query)).toEqual(expect.arrayContaining([expect.stringContaining('too many objects')]));
  });

  test('do not loop on a recursive fragment', () => {
    expect(complaints('{ event { ...A } } fragment A on Event { related { ...A } }')).toEqual([]);
  });
});
