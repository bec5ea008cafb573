import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { outputOfFailedTasks, quietNx } from './build.mjs';
import { fingerprint } from './fingerprint.mjs';
import { withLock } from './lock.mjs';
import { root } from './paths.mjs';
import { runOnce } from './programs.mjs';

const note = join(root, '.data/generated.json');
const sources = ['libs', 'db', 'schema.graphql', 'tools/generate', 'package-lock.json'];
const outputs = [
  'libs/api-client/src/graphql-env.d.ts',
  'libs/identity/src/peoples-data/my-data/code-words.generated.ts',
  'libs/notifications/src/templates/writing.generated.ts',
  'libs/web-kit/src/limits.generated.ts',
  'libs/web-kit/src/models.generated.ts',
  'libs/web-kit/src/words/site.en.generated.ts',
];

/** Runs the Nx target `generate` if a source changed. Exits with its output on failure. */
export async function ensureGenerated() {
  mkdirSync(join(root, '.data'), { recursive: true });
  await withLock(join(root, '.data/generate.lock'), generate, 120);
}

async function generate() {
  const now = fingerprint(sources);
  if (now === lastGenerated() && outputs.every((file) => existsSync(join(root, file)))) return;
  const nx = join(root, 'node_modules/nx/dist/bin/nx.js');
  const env = { ...process.env, ...quietNx, FORCE_COLOR: '0' };
  try {
    await runOnce(nx, ['run-many', '-t', 'generate', '--output-style=static'], { cwd: root, env, nodeArgs: [] });
  } catch (error) {
    console.error(`npm run generate failed:\n${outputOfFailedTasks(stripVTControlCharacters(error.message))}`);
    process.exit(1);
  }
  writeFileSync(note, JSON.stringify({ fingerprint: now }));
}

function lastGenerated() {
  return existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')).fingerprint : null;
}
