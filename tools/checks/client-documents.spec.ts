import { textOf } from '@upstander/api-client';
import { join } from 'node:path';
import { clientDocuments, documentsOf } from '../lib/client-documents.mjs';
import { root } from '../lib/paths.mjs';
import { faultsIn } from './client-documents.mjs';

const schema = `
  type Query { me: Person }
  type Person { name: String! friends: [Person!]! }`;
const parseDocuments = (...texts: string[]) => documentsOf([{ file: 'queries.ts', source: texts.join('\n') }]);
const findFaults = (...texts: string[]) => faultsIn(parseDocuments(...texts), schema);

test('finds an unknown field in a document and in a fragment it uses', () => {
  expect(findFaults('const Good = graphql(`query Good { me { name } }`);')).toEqual([]);
  expect(findFaults('', 'const Bad = graphql(`query Bad { me { name age } }`);')).toEqual([
    expect.stringContaining('queries.ts:2 Bad: Cannot query field "age" on type "Person".'),
  ]);
  const fragment = 'const card = graphql(`fragment Card on Person @_unmask { age }`);';
  expect(findFaults(fragment, 'const Bad = graphql(`query Bad { me { ...Card } }`, [card]);')).toEqual([
    expect.stringContaining('queries.ts:2 Bad: Cannot query field "age" on type "Person".'),
  ]);
});

test('finds a document that exceeds the limits', () => {
  const wide = `query Wide { me { ${'friends { '.repeat(4)} name ${'} '.repeat(4)} } }`;
  expect(findFaults(`const Wide = graphql(\`${wide}\`);`)).toEqual([expect.stringContaining('asks for too much')]);
});

test('rejects dynamic documents, unknown fragments and duplicate names', () => {
  expect(() => parseDocuments('const A = graphql(`query A { ${field} }`);')).toThrow(
    'queries.ts:1: a document must be a static text',
  );
  expect(() => parseDocuments('const A = graphql(`query A { me { ...B } }`, [b]);')).toThrow('no document is called b');
  expect(findFaults('const A = graphql(`query A { me { name } }`);', 'f(graphql(`query A { me { name } }`));')).toEqual(
    ['queries.ts:2 A: another document has this name: queries.ts:1'],
  );
});

test('lists exactly the documents that the pages send', async () => {
  const listed = clientDocuments();
  const files = [...new Set(listed.map(({ file }) => file))].filter((file) => file.endsWith('/queries.ts'));
  const modules: object[] = await Promise.all(files.map((file) => import(join(root, file))));
  const sent = modules.flatMap((one) => documentsIn(Object.values(one)));
  expect(sent.length).toBeGreaterThan(200);
  const texts = new Set(listed.map(({ text }) => text));
  expect(sent.filter((text) => !texts.has(text))).toEqual([]);
});

function documentsIn(values: unknown[]): string[] {
  return values.flatMap((value) => {
    if (typeof value !== 'object' || value === null) return [];
    if (!('definitions' in value)) return documentsIn(Object.values(value));
    const [first] = value.definitions as Array<{ kind: string }>;
    return first?.kind === 'OperationDefinition' ? [textOf(value)] : [];
  });
}
