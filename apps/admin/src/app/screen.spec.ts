import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addAreas } from '../../screen-areas';

const routes = readdirSync(__dirname)
  .filter((name) => /^router\.tsx$|-routes\.tsx$/.test(name))
  .map((name) => join(__dirname, name));
const call =
  /\b(?:route|screen)\(\s*(?:'[^']+',\s*)?async \(\) => \(await import\('([^']+)'\)\)\.\w+, ('\w+'(?:, '\w+')*)/g;
const screens = routes.flatMap((file) =>
  [...addAreas(readFileSync(file, 'utf8'), file).matchAll(call)].map(([, path = '', areas = '']) => ({ path, areas })),
);

test('covers every screen of the routes', () => {
  const written = routes.map((file) => readFileSync(file, 'utf8').match(/\b(?:route|screen)\(/g)?.length ?? 0);
  expect(screens).toHaveLength(written.reduce((sum, count) => sum + count));
});

test.each([
  ['../gifts/gift-show', "'disputes', 'gifts', 'ledger', 'money', 'receipts'"],
  ['../navigation/settings', "'settings'"],
])('loads all messages of %s with the screen', (path, areas) => {
  expect(screens).toContainEqual({ path, areas });
});

test('follows imports of code, and leaves types and other chunks alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'areas-'));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write(
    'screen.tsx',
    "import { Part } from './part';\nimport type { Row } from './types';\nuseWords('gifts', 'areas');",
  );
  write('part.tsx', "export { a } from './screen';\nconst later = () => import('./chunk');\nuseWords('money');");
  write('types.ts', "useWords('views');");
  write('chunk.tsx', "useWords('people');");
  try {
    const file = join(folder, 'router.tsx');
    const routes = (name: string) => `route('a', async () => (await import('./${name}')).A)`;
    expect(addAreas(routes('screen'), file)).toBe(`${routes('screen').slice(0, -1)}, 'areas', 'gifts', 'money')`);
    expect(() => addAreas(routes('missing'), file)).toThrow("imports a screen that doesn't exist: ./missing");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
