import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './lib/paths.mjs';
import { printWords } from './words/print-words.mjs';

/**
 * `npm run words`: writes the words of both front ends (libs/web-kit/src/words) from the messages in libs/web-kit/messages.
 * With `--check` it writes nothing and fails where a committed file says something else.
 */
const folder = 'libs/web-kit/src/words';
const { made, complaints } = printWords();
if (complaints.length) {
  console.error(complaints.join('\n'));
  process.exit(1);
}
const stale = new Map(
  readdirSync(join(root, folder), { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.generated.ts'))
    .map((name) => [name, undefined]),
);
for (const [name, text] of new Map([...stale, ...made.map(({ name, text }) => [name, text])])) {
  const file = join(root, folder, name);
  if (process.argv.includes('--check')) {
    if (read(file) === text) continue;
    console.error(`${folder}/${name} is not what the messages say. Run: npm run words`);
    process.exit(1);
  }
  if (text === undefined) rmSync(file);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
console.log(`${made.length} files of ${folder} are what the messages say.`);

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
