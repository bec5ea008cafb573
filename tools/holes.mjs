import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';

/**
 * Asks the registry for known holes in the libraries (`npm audit`), and fails where one is not in tools/known-holes.json or
 * has been there for longer than CONTRIBUTING.md allows. To be run every night: holes are found while nobody changes anything.
 */
const daysFor = { critical: 2, high: 7, moderate: 30, low: 90, info: 90 };

const known = JSON.parse(await readFile(join(root, 'tools/known-holes.json'), 'utf8'));
const answer = await audit();
if (!answer.vulnerabilities) {
  const why = answer.message ?? answer.error?.summary ?? 'no answer';
  console.error(`The registry did not say, so nothing is known about holes: ${why}`);
  process.exit(1);
}
const advisories = Object.values(answer.vulnerabilities)
  .flatMap(({ via }) => via)
  .filter((via) => typeof via === 'object');
const open = [...new Map(advisories.map((advisory) => [advisory.url, advisory])).values()].flatMap(judge);
for (const sentence of open) console.error(sentence);
console.log(`${advisories.length} known holes, ${open.length} of them to be mended.`);
process.exit(open.length > 0 ? 1 : 0);

function judge({ url, name, severity }) {
  const noted = known[url];
  if (noted?.doesNotTouchUs) return [];
  const days = daysFor[severity] ?? 0;
  const waits = noted ? Math.floor((Date.now() - Date.parse(noted.published)) / 86_400_000) : null;
  if (waits !== null && waits <= days) return [];
  const since = waits === null ? 'not noted yet' : `published ${waits} days ago`;
  return [`${name}: ${severity}, ${since}; ${days} days are allowed. ${url}`];
}

function audit() {
  const child = spawn('npm', ['audit', '--json', '--omit', 'dev'], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  child.stdout.on('data', (part) => (text += part));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1) || '{}')));
  });
}
