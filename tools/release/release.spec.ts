import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeTar } from './tar.mjs';
import { packageOf, trace } from './trace.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

describe('the archive of a release', () => {
  const deep = `a/${'folder/'.repeat(20)}file.txt`;
  const sha256OfFile = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
  const makeTar = async (name: string) => {
    const to = join(folder, name);
    await writeTar(join(folder, 'what'), { to, name: 'upstander-1.2.3', time: 1_700_000_000 });
    return to;
  };

  test('is readable by tar, including long paths, empty files and executables', async () => {
    write({
      'what/b.txt': 'b'.repeat(1_025),
      [`what/${deep}`]: 'deep',
      'what/empty': '',
      'what/bin/run': '#!/bin/sh\n',
    });
    chmodSync(join(folder, 'what/bin/run'), 0o700);
    const archive = await makeTar('one.tar.gz');
    execFileSync('tar', ['-xzf', archive, '-C', folder]);
    const unpacked = join(folder, 'upstander-1.2.3');
    expect(readFileSync(join(unpacked, 'b.txt'), 'utf8')).toBe('b'.repeat(1_025));
    expect(readFileSync(join(unpacked, deep), 'utf8')).toBe('deep');
    expect(statSync(join(unpacked, 'empty')).size).toBe(0);
    expect(statSync(join(unpacked, 'bin/run')).mode & 0o111).not.toBe(0);
    expect(statSync(join(unpacked, 'b.txt')).mtimeMs).toBe(1_700_000_000_000);
  });

  test('has the same bytes regardless of when its files were created', async () => {
    write({ 'what/b.txt': 'b', 'what/a/c.txt': 'c' });
    const one = sha256OfFile(await makeTar('one.tar.gz'));
    utimesSync(join(folder, 'what/b.txt'), 1, 1);
    chmodSync(join(folder, 'what/b.txt'), 0o600);
    rmSync(join(folder, 'what/a'), { recursive: true });
    write({ 'what/a/c.txt': 'c' });
    expect(sha256OfFile(await makeTar('two.tar.gz'))).toBe(one);
  });
});

describe('tracing program dependencies', () => {
  beforeEach(() =>
    write({
      'dist/main.js': `import 'named'; try { await import('not-installed'); } catch {}`,
      'node_modules/named/package.json':
        '{"name":"named","exports":{"import":"./esm.mjs","require":"./cjs.cjs"},"sideEffects":false}',
      'node_modules/named/esm.mjs': `import other from 'other'; export default other;`,
      'node_modules/named/cjs.cjs': 'module.exports = 1;',
      'node_modules/other/package.json': '{"name":"other","main":"index.js"}',
      'node_modules/other/index.js': `const name = process.argv[2]; module.exports = require('./languages/' + name + '.js') ?? require(name);`,
      'node_modules/other/languages/en.js': 'module.exports = "en";',
      'node_modules/other/languages/es.js': 'module.exports = "es";',
      'node_modules/unused/package.json': '{"name":"unused","main":"index.js"}',
      'node_modules/unused/index.js': '',
    }),
  );

  test('follows imports through packages as Node resolves them, including packages marked side-effect free', async () => {
    const { files, whole } = await trace(folder, ['dist/main.js']);
    expect([...files].sort()).toEqual([
      'dist/main.js',
      'node_modules/named/esm.mjs',
      'node_modules/other/index.js',
      'node_modules/other/languages/en.js',
      'node_modules/other/languages/es.js',
    ]);
    // It requires a module by a computed name.
    expect([...whole]).toEqual(['node_modules/other']);
  });

  test('attributes a file to the innermost package', () => {
    expect(packageOf('node_modules/a/node_modules/@b/c/d.js')).toBe('node_modules/a/node_modules/@b/c');
    expect(packageOf('dist/main.js')).toBeNull();
  });
});
