import { complaintsAbout, cyclesOf, folderImports, importsToReverse } from './folder-cycles.mjs';

function ring(...folders: string[]) {
  return folderImports(
    new Map(
      folders.map((folder, at) => [
        `${folder}/${folder}.ts`,
        `import { next } from '../${folders[(at + 1) % folders.length]}/next.js';\n`,
      ]),
    ),
  );
}

test('reads value imports, type imports and re-exports, on one line or several', () => {
  const text = [
    "import { a } from '../a/a.js';",
    "import type { B } from '../b/b.js';",
    "import {\n  c,\n  type D,\n} from '../c/c.js';",
    "export * from '../e/e.js';",
    "import '../f/f.js';",
    "import { readFile } from 'node:fs';",
    "import { own } from './own.js';",
    "// import { g } from '../g/g.js';",
    'const text = "import { h } from \'../h/h.js\'";',
    "import { limits } from '../../.generated/limits.js';",
  ].join('\n');
  const imports = folderImports(new Map([['x/x.ts', text]]));
  expect(imports.map(({ to }: { to: string }) => to)).toEqual(['a', 'b', 'c', 'e', 'f']);
});

test('accepts cycles of three folders and rejects cycles of four', () => {
  expect(complaintsAbout('libs/x', ring('a', 'b', 'c'))).toEqual([]);
  expect(complaintsAbout('libs/x', ring('a', 'b', 'c', 'd'))).toEqual([
    expect.stringContaining('4 folders import each other (a, b, c, d)'),
  ]);
});

test('finds a cycle through a file directly in src', () => {
  const sources = new Map([
    ['a/a.ts', "import { shared } from '../shared.js';"],
    ['shared.ts', "import { a } from './a/a.js';"],
  ]);
  expect(cyclesOf(folderImports(sources))).toEqual([['a', 'shared']]);
});

test('keeps separate cycles apart', () => {
  const imports = [...ring('a', 'b'), ...ring('c', 'd'), { file: 'a/x.ts', imported: 'c/c.js', from: 'a', to: 'c' }];
  expect(cyclesOf(imports)).toEqual([
    ['c', 'd'],
    ['a', 'b'],
  ]);
});

test('names the single import that closes a cycle, not the many in the usual direction', () => {
  const sources = new Map([
    ['top/one.ts', "import '../low/a.js';\nimport '../low/b.js';"],
    ['top/two.ts', "import '../low/a.js';"],
    ['low/a.ts', "import '../top/one.js';"],
  ]);
  expect(importsToReverse(['low', 'top'], folderImports(sources))).toEqual([
    { file: 'low/a.ts', imported: 'top/one.js', from: 'low', to: 'top' },
  ]);
});
