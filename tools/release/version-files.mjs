import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';

/** Part of `npm version`. `npm run check` finds omissions. */
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const today = new Date().toISOString().slice(0, 10);

rewrite('deploy/helm/upstander/Chart.yaml', [
  [/^version: .*$/m, `version: ${version}`],
  [/^appVersion: .*$/m, `appVersion: ${version}`],
]);
rewrite('publiccode.yml', [
  [/^softwareVersion: .*$/m, `softwareVersion: ${version}`],
  [/^releaseDate: .*$/m, `releaseDate: '${today}'`],
]);

function rewrite(path, changes) {
  const text = readFileSync(join(root, path), 'utf8');
  for (const [line] of changes) if (!line.test(text)) throw new Error(`${path} has no line like ${line}.`);
  const changed = changes.reduce((said, [line, now]) => said.replace(line, now), text);
  writeFileSync(join(root, path), changed);
}
