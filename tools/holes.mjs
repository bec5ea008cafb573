import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { checkNode, ensureInstalled, optionalFolders } from './lib/install.mjs';
import { daysToUpdate, findOverdue } from './lib/overdue.mjs';
import { root } from './lib/paths.mjs';

/**
 * Queries the npm registry for known vulnerabilities (`npm audit`) and outdated production dependencies (`npm
 * outdated`). Fails if either is older than CONTRIBUTING.md allows, or if the registry doesn't respond. Run it nightly,
 * because both change without any commit.
 */
const daysFor = { critical: 2, high: 7, moderate: 30, low: 90, info: 90 };
const dayMs = 86_400_000;
const production = ['--json', '--omit', 'dev'];

checkNode();
ensureInstalled(); // Versions are read from the installed packages.
const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
const knownHoles = JSON.parse(await readFile(join(root, 'tools/known-holes.json'), 'utf8'));
const results = [await checkHoles(), await checkUpdates()];
process.exit(results.every(Boolean) ? 0 : 1);

async function checkHoles() {
  // Development dependencies can change what a build contains, so they count too.
  const answers = [];
  for (const folder of ['.', ...optionalFolders]) answers.push(await npmIn(folder, 'audit', '--json'));
  const missing = answers.find(({ vulnerabilities }) => !vulnerabilities);
  if (missing) return reportNoAnswer('about holes', missing);
  const advisories = answers
    .flatMap(({ vulnerabilities }) => Object.values(vulnerabilities))
    .flatMap(({ via }) => via)
    .filter((via) => typeof via === 'object');
  const open = [...new Map(advisories.map((advisory) => [advisory.url, advisory])).values()].flatMap(judgeHole);
  for (const sentence of open) console.error(sentence);
  console.log(`${advisories.length} known vulnerabilities, ${open.length} of them unresolved.`);
  return open.length === 0;
}

function judgeHole({ url, name, severity }) {
  const noted = knownHoles[url];
  if (noted?.doesNotTouchUs) return [];
  const days = daysFor[severity] ?? 0;
  const waits = noted ? Math.floor((Date.now() - Date.parse(noted.published)) / dayMs) : null;
  if (waits !== null && waits <= days) return [];
  const since = waits === null ? 'not noted yet' : `published ${waits} days ago`;
  return [`${name}: ${severity}, ${since}; ${days} days are allowed. ${url}`];
}

async function checkUpdates() {
  const before = new Date(Date.now() - daysToUpdate * dayMs).toISOString();
  const answer = await npm('outdated', '--all', ...production, '--before', before);
  if (answer.error || answer.message) return reportNoAnswer('about releases', answer);
  const ourNames = new Set(
    [root, ...Object.values(packages).flatMap(({ link, resolved }) => (link ? resolved : []))].map((path) =>
      basename(path),
    ),
  );
  const { late, held } = findOverdue(answer, (dependent) => ourNames.has(dependent));
  for (const one of held) console.log(`Held back: ${one}.`);
  for (const one of late) console.error(`Overdue for more than ${daysToUpdate} days: ${one}`);
  console.log(`${late.length} production dependencies are overdue, ${held.length} are held back by others.`);
  return late.length === 0;
}

function reportNoAnswer(about, { message, error }) {
  console.error(`No answer from the registry ${about}: ${message ?? error?.summary ?? 'no answer'}`);
  return false;
}

function npm(...args) {
  return npmIn('.', ...args);
}

function npmIn(folder, ...args) {
  const child = spawn('npm', args, { cwd: join(root, folder), stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  let words = '';
  child.stdout.on('data', (part) => (text += part));
  child.stderr.on('data', (part) => (words += part));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      const from = text.indexOf('{');
      resolve(from < 0 ? { message: words.trim() } : JSON.parse(text.slice(from, text.lastIndexOf('}') + 1)));
    });
  });
}
