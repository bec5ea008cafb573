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

describe('what one document may ask for', () => {
  test('is far more than our own pages need', () => {
    expect(complaints('{ events(first: 100) { edges { node { title shifts { role } related { title } } } } }')).toEqual(
      [],
    );
    expect(complaints('query ($n: Int) { events(first: $n) { edges { node { title shifts { role } } } } }')).toEqual(
      [],
    );
  });

  test('is not twenty levels of the same thing', () => {
    const deep = `{ event { ${'related { '.repeat(20)} title ${'} '.repeat(20)} } }`;
    expect(complaints(deep)).toEqual([expect.stringContaining('nest too deep')]);
  });

  test('is not a thousand fields under other names', () => {
    const many = `{ ${Array.from({ length: 1000 }, (_, i) => `a${i}: me`).join(' ')} }`;
    expect(complaints(many)).toEqual(
      expect.arrayContaining([expect.stringContaining('too many aliases'), expect.stringContaining('at its root')]),
    );
  });

  test('is not lists within lists without end', () => {
    const wide = '{ events(first: 100) { edges { node { parent(first: 100) { edges { node { title } } } } } } }';
    expect(complaints(wide)).toEqual([expect.stringContaining('too many objects')]);
  });

  test('counts what stands beside the page of a list once, and is not slowed by pages within it', () => {
    const beside = (first: number) =>
      `{ events(first: ${first}) { edges { node { title } } ${'info { hasNext } '.repeat(60)} } }`;
    expect(complaints(beside(100))).toEqual([]);
    let deep = '{ edges { node { title } } }';
    for (let i = 0; i < 60; i++) deep = `{ edges { node { title } } within(first: 2) ${deep} }`;
    expect(complaints(`{ events(first: 2) ${deep} }`)).toEqual(
      expect.arrayContaining([expect.stringContaining('nest too deep')]),
    );
  });

  test('counts fragments where they are used, and is not slowed by fragments that double each other', () => {
    const bomb = Array.from(
      { length: 60 },
      (_, i) => `fragment F${i} on Event { related { ...F${i + 1} } parent { edges { node { ...F${i + 1} } } } }`,
    );
    const query = `{ event { ...F0 } } ${bomb.join(' ')} fragment F60 on Event { title }`;
    expect(complaints(query)).toEqual(expect.arrayContaining([expect.stringContaining('too many objects')]));
  });

  test('does not loop over a fragment that contains itself', () => {
    expect(complaints('{ event { ...A } } fragment A on Event { related { ...A } }')).toEqual([]);
  });
});
