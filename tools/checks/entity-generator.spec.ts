import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../..');
const options = { name: 'lostItem', spanish: 'refugio', spanishPlural: 'refugios' };

type Changes = Record<string, string>;

/** Runs `nx g upstander:entity` for each library without writing its files, which are returned by path. */
function generate(runs: ReadonlyArray<Record<string, string>>): Changes[] {
  const script = `
    import { FsTree } from 'nx/src/generators/tree.js';
    import entity from './tools/nx/entity/generator.mjs';
    const runs = [];
    for (const options of ${JSON.stringify(runs)}) {
      const tree = new FsTree(process.cwd(), false);
      await entity(tree, options);
      runs.push(Object.fromEntries(tree.listChanges().map(({ path, content }) => [path, String(content)])));
    }
    console.log(JSON.stringify(runs));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  return JSON.parse(output) as Changes[];
}

/** Returns imported names that the module doesn't mention. */
function missingImports(path: string, files: Changes): string[] {
  const textOf = (module: string): string => {
    const stem = module.replace(/\.js$/, '');
    const file = [`${stem}.ts`, `${stem}.tsx`].find((one) => one in files || existsSync(join(root, one)));
    if (file === undefined) return '';
    const text = files[file] ?? readFileSync(join(root, file), 'utf8');
    const all = [...text.matchAll(/export (?:type )?\* from '(\.[^']+)'/g)];
    return [text, ...all.map(([, from]) => textOf(join(dirname(file), from!)))].join('\n');
  };
  const imports = files[path]!.matchAll(/import (?:type )?\{([^}]+)\} from '(@upstander\/[\w-]+|\.[^']+)'/g);
  return [...imports].flatMap(([, names, from]) => {
    const library = /^@upstander\/([\w-]+)$/.exec(from!)?.[1];
    const text = textOf(library ? `libs/${library}/src/index` : join(dirname(path), from!));
    return names!
      .split(',')
      .map((name) => name.trim().replace(/^type /, ''))
      .filter((name) => name !== '' && !new RegExp(`\\b${name}\\b`).test(text))
      .map((name) => `${path}: ${name} from ${from}`);
  });
}

test('generates an entity in every library, with imports that exist', () => {
  const libraries = readdirSync(join(root, 'libs')).filter(
    (name) =>
      existsSync(join(root, `libs/${name}/src/${name}.module.ts`)) && !['platform', 'files', 'advocacy'].includes(name),
  );
  expect(libraries.length).toBeGreaterThan(10);
  const roles = { role: 'organizer', area: 'events' };
  const runs = libraries
    .flatMap((library) => [{ library }, { library, ...roles }])
    .map((some) => ({ ...options, ...some }));
  for (const [n, files] of generate(runs).entries()) {
    const created = Object.keys(files).filter((path) => /\.tsx?$/.test(path) && !existsSync(join(root, path)));
    expect(created).toContain(`libs/${runs[n]!.library}/src/lost-items/lost-items.service.ts`);
    expect(created.flatMap((path) => missingImports(path, files))).toEqual([]);
  }
});
