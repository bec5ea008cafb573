import { findTurns, passagesOf } from './plain-english.mjs';

const findTurnsIn = (path: string, source: string) =>
  passagesOf(path, source).flatMap(({ line, text }) => findTurns(text).map(({ turn }) => `${line}: ${turn}`));

test('finds turns of phrase in comments and test titles, with their lines', () => {
  const source = [
    '/** Whether a mail stands in the way. */',
    "const text = 'nobody reads texts here';",
    'const url = "https://whoever.example"; // whoever asks is told',
    "test('nobody is asked', () => {});",
  ].join('\n');
  expect(findTurnsIn('libs/a/src/b.spec.ts', source)).toEqual([
    '1: Whether',
    '1: stands',
    '3: whoever',
    '3: is told',
    '4: nobody',
  ]);
});

test('finds them in SQL comments, descriptions, catalogs and Markdown, but not in code blocks', () => {
  expect(findTurnsIn('a.sql', '-- What is due.\nSELECT 1')).toEqual(['1: What']);
  expect(findTurnsIn('a.graphql', '"""Who gave."""\ntype A { b: Int }')).toEqual(['1: Who']);
  expect(findTurnsIn('a.en.json', '{\n  "a": "Somebody asks for somebody"\n}')).toEqual(['2: somebody']);
  expect(findTurnsIn('a.md', 'Ask nobody.\n\n```sh\necho nobody\n```')).toEqual(['1: nobody']);
});

test('accepts questions, comparisons and plain sentences', () => {
  expect(
    findTurnsIn('a.md', 'What is this? No more than ten. Each library has its own tests. See who signed up.'),
  ).toEqual([]);
});
