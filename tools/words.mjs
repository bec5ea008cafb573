import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './lib/paths.mjs';
import { codeWordsFile, printCodeWords } from './words/code-words.mjs';
import { printWords } from './words/print-words.mjs';

/**
 * `npm run words`: writes the words of both front ends (libs/web-kit/src/words), and the few that the server says, from the messages in
 * libs/web-kit/messages.
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
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.generated.ts'))
    .map((name) => [name, undefined]),
);
const files = [...made.map(({ name, text }) => [`${folder}/${name}`, text]), [codeWordsFile, printCodeWords()]];
for (const [name, text] of new Map([...stale, ...files])) {
  const file = join(root, name);
  if (process.argv.includes('--check')) {
    if (read(file) === text) continue;
    console.error(`${name} is not what the messages say. Run: npm run words`);
    process.exit(1);
  }
  if (text === undefined) rmSync(file);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
console.log(`${files.length} files are what the messages say.`);

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
