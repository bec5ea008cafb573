import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';

const source = /\.(?:tsx?|mjs|sql|json|css)$/;
const notProduct = /\.spec\.|\/test\/|^db\/releases\/|^apps\/(?:sms|stripe)-sandbox\//;

/** By path: code, SQL, migrations, messages and demo data, without tests. */
export function productSources() {
  // New files count before they are committed, except generated ones, which Git ignores.
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', 'libs', 'apps', 'db'];
  const paths = execFileSync('git', list, { cwd: root, encoding: 'utf8' }).split('\n');
  return Object.fromEntries(
    paths
      .filter((path) => source.test(path) && !notProduct.test(path))
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );
}
